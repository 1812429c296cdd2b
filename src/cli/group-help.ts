import type { Command } from 'commander'

const LOCALES = 'Locales:'
const RUNBOOKS = 'Runbooks and paper:'
const SPEED = 'Cache, threads and machines:'

/** Heading of options that every command has. */
export const GENERAL = 'General:'

/** Headings of options that mean the same in several commands; others stay under “Options”. */
const HEADINGS: Readonly<Record<string, string>> = {
  '--locale': LOCALES,
  '--source-locale': LOCALES,
  '--target-locale': LOCALES,
  '--no-fallback': LOCALES,
  '--stale-translations': LOCALES,
  '--bilingual-runbooks': RUNBOOKS,
  '--side-by-side-runbooks': RUNBOOKS,
  '--pdf': RUNBOOKS,
  '--paper': RUNBOOKS,
  '--timing': SPEED,
  '--no-cache': SPEED,
  '--cache-dir': SPEED,
  '--threads': SPEED,
  '--shard': SPEED,
  '--shard-dir': SPEED,
  '--queue': SPEED,
  '--queue-name': SPEED,
  '--results': SPEED,
  '--shards': SPEED,
  '--config': GENERAL,
  '--quiet': GENERAL,
  '--version': GENERAL,
}

/** Sorts the options of a command, and of its own commands, under headings of its help. */
export function groupHelp(command: Command): void {
  for (const option of command.options) {
    const heading = HEADINGS[option.long ?? '']
    if (heading !== undefined) option.helpGroup(heading)
  }
  for (const child of command.commands) groupHelp(child)
}
