import { Command, Option } from 'commander'
import { readVersion } from '../read/program/read-version.ts'
import { REPORTER_NAMES } from '../report/reporter-names.ts'
import { STATUS_FORMATS } from '../report/status/format-names.ts'
import type { BuildFlags } from './commands/build.ts'
import type { CheckFlags } from './commands/check.ts'
import type { DevFlags } from './commands/dev.ts'
import type { ExportFlags } from './commands/export.ts'
import type { ImportFlags } from './commands/import.ts'
import type { InitFlags } from './commands/init.ts'
import type { InspectFlags } from './commands/inspect.ts'
import type { MergeFlags } from './commands/merge.ts'
import type { PdfFlags } from './commands/pdf.ts'
import type { PreviewFlags } from './commands/preview.ts'
import type { ReviewFlags } from './commands/review.ts'
import type { ReviewMergeFlags } from './commands/review-merge.ts'
import type { StatusFlags } from './commands/status.ts'
import type { WorkerFlags } from './commands/worker.ts'
import type { ExitCode } from './exit-code.ts'
import { GENERAL, groupHelp } from './group-help.ts'
import type { Io } from './io.ts'
import {
  cacheFolderOption,
  configOption,
  countOption,
  LEVELS,
  localesOption,
  minCoverageOption,
  onlyOption,
  openOption,
  outputFileOption,
  paperOption,
  parseLocale,
  parseReviewFailures,
  portOption,
  queueNameOption,
  queueOption,
  resultsOption,
  shardFolderOption,
  shardOption,
  shardsOption,
  siteUrlOption,
  sourceLocaleOption,
  staleTranslationsOption,
  targetLocaleOption,
  templatesOption,
  threadsOption,
  timingOption,
} from './options.ts'

const DOCUMENTATION = 'https://github.com/lockstep-docs/lockstep/blob/main/docs/command-line.md'

const INPUTS = 'files, folders or globs (default: the configuration’s inputs, else sources/)'

/**
 * Makes the parser of the command line. Each command is imported only when it runs.
 *
 * @param end receives the exit code of the command.
 */
export function createProgram(io: Io, end: (code: ExitCode) => void): Command {
  const program = new Command('lockstep')
    .description(
      'Builds, checks and shows bilingual documentation whose translation keeps in lockstep with its source.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .addHelpOption(new Option('-h, --help', 'print help').helpGroup(GENERAL))
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('Run with --help for usage.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', EXIT_CODES)
    .addHelpText('afterAll', `\nDocumentation: ${DOCUMENTATION}`)
  program.commandsGroup('Begin:')
  addInit(program, io, end)
  program.commandsGroup('Publish:')
  addBuild(program, io, end)
  addWorker(program, io, end)
  addDev(program, io, end)
  addPreview(program, io, end)
  addPdf(program, io, end)
  program.commandsGroup('Check:')
  addCheck(program, io, end)
  addMerge(program, io, end)
  addStatus(program, io, end)
  addInspect(program, io, end)
  program.commandsGroup('Translate:')
  addReview(program, io, end)
  addExport(program, io, end)
  addImport(program, io, end)
  groupHelp(program)
  return program
}

const EXIT_CODES = `
Exit codes:
  0  clean
  1  findings at or above the failing level
  2  could not run: bad usage, no input found, an unreadable configuration, …`

function addInit(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write a configuration, npm scripts, a workflow and, in an empty folder, an example')
    .argument('[folder]', 'folder to write to (default: the working folder)')
    .option('--dry-run', 'list what would be written, and write nothing')
    .addHelpText(
      'after',
      `
Asks nothing and replaces no file. Finds the docsets of DocFX, bilingual documents, their locales, and the package manager.

Examples:
  $ lockstep init --dry-run
  $ lockstep init docs`,
    )
    .action(async (folder: string | undefined, flags: InitFlags) => {
      const { runInit } = await import('./commands/init.ts')
      end(await runInit(folder, flags, io))
    })
}

function addBuild(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('build')
    .description('make pages, tables, runbooks and data from bilingual documents')
    .argument('[inputs...]', INPUTS)
    .option('-o, --out <folder>', 'folder to write to (default: dist)')
  addBuildSettings(command)
    .addOption(
      shardOption('instead of outputs, write this part of them to a folder for lockstep merge').conflicts(
        'timing',
      ),
    )
    .addOption(shardFolderOption('build'))
    .addOption(queueOption().conflicts(['shard', 'cacheDir']))
    .addOption(queueNameOption())
    .addOption(resultsOption())
    .addOption(shardsOption())
    .addOption(timingOption())
    .option('--no-cache', 'rebuild everything, changed or not')
    .addOption(cacheFolderOption('build'))
    .addOption(threadsOption())
    .option('-q, --quiet', 'print errors only')
    .addHelpText(
      'after',
      `
Examples:
  $ lockstep build                                       sources/ to dist/
  $ lockstep build docs/fr-FR --out site                 a whole folder
  $ lockstep build docs/fr-FR docs/de-DE                 a docset in two locales (docs alone does the same)
  $ lockstep build "docs/**/*.md" --locale fr-FR         only the French side of the files that match
  $ lockstep build docs --only page,runbook              no tables and no data
  $ lockstep build docs --shard 2/4                      the second of four parts, for lockstep merge
  $ lockstep build docs --queue redis://queue --results /shared/shards
                                                         by workers on other machines`,
    )
    .action(async (inputs: string[], flags: BuildFlags) => {
      const { runBuild } = await import('./commands/build.ts')
      end(await runBuild(inputs, flags, io))
    })
}

function addWorker(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('worker')
    .description('make shards for builds on other machines (build --queue)')
    .argument('[inputs...]', INPUTS)
    .addOption(queueOption())
    .addOption(resultsOption())
    .addOption(queueNameOption())
    .addOption(countOption('--concurrency <number>', 'shards to make at the same time (default: 1)', 999))
    .addOption(
      countOption(
        '--idle-exit <seconds>',
        'end after this time without a shard to make (default: wait for the next one)',
        1_000_000,
      ),
    )
    .addOption(
      countOption(
        '--lost-after <seconds>',
        'time after which a worker that no longer answers counts as lost, and others make its shards (default: 30)',
        3600,
      ),
    )
  addBuildSettings(command)
    .option('-q, --quiet', 'print errors only')
    .addHelpText(
      'after',
      `
Makes shards from its own documents and configuration, with the options of the build. A shard that would differ from what the build asks
for goes to another worker. The first Ctrl+C, or SIGTERM, ends it after the shards at hand, the second one gives them back.

Examples:
  $ lockstep worker docs --queue redis://queue --results /shared/shards
  $ lockstep worker docs --queue rediss://queue --results s3://bucket/shards --concurrency 4`,
    )
    .action(async (inputs: string[], flags: WorkerFlags) => {
      const { runWorker } = await import('./commands/worker.ts')
      end(await runWorker(inputs, flags, io))
    })
}

/** Options that decide what a build makes. */
function addBuildSettings(command: Command): Command {
  return command
    .addOption(localesOption())
    .addOption(onlyOption())
    .option('--no-fallback', 'skip documents in locales that lack them')
    .addOption(staleTranslationsOption())
    .option('--bilingual-runbooks', 'also make runbooks with the source under each step')
    .option('--bilingual-tables', 'also make each table in both languages as files')
    .option('--book', 'also make a book of each locale’s runbooks')
    .option('--side-by-side-runbooks', 'also make runbooks with the source beside each step, in two columns')
    .option('--pdf', 'also print runbooks to PDF, with an installed Chromium, Chrome or Edge')
    .addOption(paperOption())
    .addOption(siteUrlOption())
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(templatesOption())
    .addOption(configOption())
}

/** Options that decide which findings a check shows. */
function addFindingSettings(command: Command): Command {
  return command
    .addOption(new Option('--fail-on <level>', 'lowest severity that fails (default: error)').choices(LEVELS))
    .option('--baseline <file>', 'file of accepted findings: only new ones are shown and fail')
    .option('--update-baseline', 'write the current findings to the baseline')
    .option(
      '--changed-since <revision>',
      'show only findings in documents changed since a git revision, or about links to what changed, and count the rest',
    )
}

function addPreview(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('preview')
    .description('serve the built site as a host would, with search')
    .option('-o, --out <folder>', 'folder of the build (default: dist)')
    .addOption(portOption())
    .addOption(openOption())
    .addOption(siteUrlOption())
    .addOption(configOption())
    .addHelpText(
      'after',
      `
Writes nothing, and serves this machine only. Later builds are served as soon as they are written.

Examples:
  $ lockstep preview                                     dist/
  $ lockstep preview --out site --open`,
    )
    .action(async (flags: PreviewFlags) => {
      const { runPreview } = await import('./commands/preview.ts')
      end(await runPreview(flags, io))
    })
}

function addPdf(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('pdf')
    .description('print runbooks to PDF, with an installed Chromium, Chrome or Edge')
    .argument('[inputs...]', INPUTS)
    .option('-o, --out <folder>', 'folder for the PDFs (default: dist); nothing else in it changes')
    .option('--page', 'print pages instead of runbooks')
    .addOption(
      new Option('--book', 'print one book of all the runbooks of a locale instead').conflicts('page'),
    )
    .addOption(localesOption())
    .addOption(paperOption())
    .addOption(siteUrlOption())
    .option('--bilingual-runbooks', 'also print runbooks with the source under each step')
    .option('--side-by-side-runbooks', 'also print runbooks with the source beside each step, in two columns')
    .option('--no-fallback', 'skip documents in locales that lack them')
    .addOption(staleTranslationsOption())
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(templatesOption())
    .addOption(configOption())
    .option('-q, --quiet', 'print errors only')
    .addHelpText(
      'after',
      `
Examples:
  $ lockstep pdf docs/fr-FR/page.md                      the runbook of a document, in both its languages
  $ lockstep pdf docs/fr-FR/page.md --locale fr-FR       in French only
  $ lockstep pdf docs --page --paper letter --out print  the pages, on US Letter
  $ lockstep pdf docs/fr-FR/backup --book                a book of the runbooks of a folder`,
    )
    .action(async (inputs: string[], flags: PdfFlags) => {
      const { runPdf } = await import('./commands/pdf.ts')
      end(await runPdf(inputs, flags, io))
    })
}

function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .description('check that every target matches its source, and write nothing')
    .argument('[inputs...]', INPUTS)
  addFindingSettings(
    command
      .addOption(
        new Option('-f, --format <format>', 'output format')
          .choices(REPORTER_NAMES)
          .default(REPORTER_NAMES[0]),
      )
      .addOption(outputFileOption(REPORTER_NAMES)),
  )
    .option(
      '--root <folder>',
      'docset that the inputs are a part of: their findings are those of a check of the whole docset (default: for documents named one by one, the configuration’s inputs)',
    )
    .option('--fix', 'repair findings with exactly one right answer in the inputs')
    .option('--dry-run', 'with --fix: print the changes as a diff, and write nothing')
    .addOption(
      shardOption('instead of a report, write this part of it to a folder for lockstep merge').conflicts([
        'fix',
        'format',
        'outputFile',
        'failOn',
        'timing',
        'baseline',
        'updateBaseline',
        'changedSince',
      ]),
    )
    .addOption(shardFolderOption('check'))
    .addOption(timingOption())
    .option('--no-cache', 'check everything, changed or not')
    .addOption(cacheFolderOption('check'))
    .addOption(threadsOption())
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(configOption())
    .option('-q, --quiet', 'print errors only')
    .addHelpText(
      'after',
      `
Examples:
  $ lockstep check docs/fr-FR                            for a person
  $ lockstep check docs --format json -o findings.json   for a program
  $ lockstep check docs --format html -o findings.html   to filter and share
  $ lockstep check docs --fail-on warning                strict
  $ lockstep check docs --fix --dry-run                  preview repairs as a diff
  $ lockstep check docs --baseline known.json --update-baseline
  $ lockstep check docs --baseline known.json            only new findings
  $ lockstep check docs --changed-since origin/main      only documents a branch changes`,
    )
    .action(async (inputs: string[], flags: CheckFlags) => {
      const { runCheck } = await import('./commands/check.ts')
      end(await runCheck(inputs, flags, io))
    })
}

/** Formats of all reports. */
const REPORT_FORMATS = [...new Set([...REPORTER_NAMES, ...STATUS_FORMATS])]

function addMerge(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('merge')
    .description('join the shards of a build, check or status into what one run of all would make')
    .argument('<folders...>', 'folders of shards, or folders that hold them')
    .option('--out <folder>', 'folder to write a build to (default: dist)')
    .option('--inputs <inputs...>', `the documents: ${INPUTS}`)
    .option('--root <folder>', 'docset of a check, as its shards have it')
  addFindingSettings(addBuildSettings(command))
    .addOption(
      new Option('-f, --format <format>', 'output format of a check or status').choices(REPORT_FORMATS),
    )
    .addOption(outputFileOption(REPORT_FORMATS))
    .addOption(minCoverageOption())
    .addOption(timingOption())
    .option('-q, --quiet', 'print errors only')
    .addHelpText(
      'after',
      `
The documents must be there, and the settings those of the shards; only --threads and the options of a report may differ. Shards
report no findings; the merge does, and prints PDFs. A shard that is missing, doubled, damaged, or made by another version, with
other settings or from other documents is refused.

Examples:
  $ lockstep build --shard 1/2 && lockstep build --shard 2/2
  $ lockstep merge lockstep-shards/build                 to dist/
  $ lockstep check docs --shard 1/1 --shard-dir checked/1
  $ lockstep merge checked --inputs docs --format json`,
    )
    .action(async (folders: string[], flags: MergeFlags) => {
      const { runMerge } = await import('./commands/merge.ts')
      end(await runMerge(folders, flags, io))
    })
}

function addImport(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('import')
    .description(
      'put translations that came back from translation tools into the documents; no other byte changes',
    )
    .argument('<files...>', 'XLIFF 1.2, 2.0 or 2.1 or CSV that export wrote: files, folders or globs')
    .option(
      '--into <inputs...>',
      'the documents: files, folders or globs (default: the configuration’s inputs, else sources/)',
    )
    .addOption(
      localesOption('import only these target locales; repeat the option or separate tags with commas'),
    )
    .option('--dry-run', 'write nothing, and print the changes as a diff')
    .option('--accept-similar', 'also write translations whose source has changed or is only similar')
    .option('--allow-code-changes', 'also write translations that lack codes of the source or repeat them')
    .option(
      '--set-translation-type <type>',
      'set ms.translationtype of the documents that change, for example HT (default: it stays)',
    )
    .option('--as-suggestions', 'write suggestions for review instead of changing documents')
    .option(
      '--decisions <folder>',
      'with --as-suggestions: folder of reviewers’ decisions (default: reviews)',
    )
    .option('--reviewer <name>', 'with --as-suggestions: name that they are suggested under')
    .addOption(
      new Option('--format <name>', 'format of the report').choices(['pretty', 'json']).default('pretty'),
    )
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(configOption())
    .option('-q, --quiet', 'print only what was not written')
    .addHelpText(
      'after',
      `
A translation is written if the document still has the source and the target that it was exported with. What was not written is
printed with its place in the file and in the document, and makes the exit code 1.

Examples:
  $ lockstep import returned --dry-run                   preview as a diff
  $ lockstep import returned/fr-FR --into docs/fr-FR
  $ lockstep import a.md.xlf --set-translation-type HT
  $ lockstep import returned --as-suggestions            decide in lockstep review`,
    )
    .action(async (files: string[], flags: ImportFlags) => {
      const { runImport } = await import('./commands/import.ts')
      end(await runImport(files, flags, io))
    })
}

function addReview(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('review')
    .helpCommand(false)
    .description('show what a translator has to look at between two hand-offs, by risk')
    .argument('<versions...>', 'the old and the new version (two folders, or two git revisions), then globs')
    .addOption(
      new Option('-f, --format <format>', 'output format')
        .choices(['pretty', 'json', 'csv', 'markdown', 'html', 'github'])
        .default('pretty'),
    )
    .option('-o, --output-file <file>', 'file to write the report to (default: standard output)')
    .addOption(
      localesOption('review only these target locales; repeat the option or separate tags with commas'),
    )
    .addOption(
      new Option(
        '--language <tag>',
        'language of the report (default: that of the translation, else English)',
      ).argParser(parseLocale),
    )
    .option('--no-findings', 'do not check the changed units')
    .option(
      '--decisions <folder>',
      'folder of reviewers’ decisions, a file for each locale (default: reviews)',
    )
    .addOption(
      new Option(
        '--serve',
        'serve the review to this machine as a page, and write the decisions that are made on it',
      ).conflicts(['outputFile', 'failOn']),
    )
    .addOption(portOption())
    .addOption(openOption())
    .option(
      '--reviewer <name>',
      'with --serve: name of the reviewer (default: git’s user.name, else the page asks)',
    )
    .option('--timestamps', 'with --serve: write the time of each decision')
    .addOption(
      new Option(
        '--apply',
        'write reviewers’ suggestions into the documents of the new version, and print no report',
      ).conflicts(['outputFile', 'failOn', 'serve']),
    )
    .option('--dry-run', 'with --apply: print the changes as a diff, and write nothing')
    .addOption(
      new Option(
        '--fail-on <classes>',
        'fail if there are such units that nobody has approved: stale, untranslated, regression, needs-fix, unreviewed (default: never)',
      ).argParser(parseReviewFailures),
    )
    .addOption(
      shardOption('instead of a report, write this part of it to a folder for --from-shards').conflicts([
        'outputFile',
        'failOn',
        'serve',
        'apply',
        'fromShards',
      ]),
    )
    .addOption(shardFolderOption('review'))
    .addOption(
      new Option(
        '--from-shards <folder>',
        'complete the review whose shards are in this folder, with the same options; repeat the option',
      )
        .argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value])
        .conflicts('apply'),
    )
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(configOption())
    .option('-q, --quiet', 'print the report and errors only')
    .addHelpText(
      'after',
      `
Reads revisions from the repository of the working folder, without checking them out.

Examples:
  $ lockstep review old/fr-FR new/fr-FR                  two folders
  $ lockstep review v1 v2                                two revisions
  $ lockstep review origin/main...HEAD "docs/**"         what this branch changes in a folder
  $ lockstep review v1 v2 --format json --output-file review.json
  $ lockstep review v1 v2 --fail-on stale,regression
  $ lockstep review v1 v2 --serve --open                 decide in the browser, written to reviews/
  $ lockstep review v1 HEAD --apply --dry-run            preview reviewers’ suggestions as a diff`,
    )
    .action(async (versions: string[], flags: ReviewFlags) => {
      const { runReview } = await import('./commands/review.ts')
      end(await runReview(versions, flags, io))
    })
  command
    .command('merge')
    .description('merge the decisions of several reviewers: a union, contradictions included')
    .argument('<files...>', 'two or more files of decisions, or two or more folders of them')
    .option(
      '--base <file>',
      'file or folder that all come from: decisions in it that one of them changed or removed are gone',
    )
    .option('-o, --output-file <file>', 'file or folder to write to (default: standard output)')
    .option('-q, --quiet', 'print errors only')
    .addHelpText(
      'after',
      `
Examples:
  $ lockstep review merge mine.review.json theirs.review.json --output-file reviews/fr-FR.review.json
  $ lockstep review merge reviews received --output-file reviews`,
    )
    .action(async (files: string[], _, merge: Command) => {
      const { runReviewMerge } = await import('./commands/review-merge.ts')
      // The command above has options of the same names and takes them.
      end(await runReviewMerge(files, merge.optsWithGlobals<ReviewMergeFlags>(), io))
    })
}

function addStatus(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('status')
    .description('report how much of each locale is translated')
    .argument('[inputs...]', INPUTS)
    .addOption(
      new Option('-f, --format <format>', 'output format; svg is a badge')
        .choices(STATUS_FORMATS)
        .default('text'),
    )
    .addOption(outputFileOption(STATUS_FORMATS))
    .addOption(new Option('--locale <tag>', 'show only this locale').argParser(parseLocale))
    .addOption(minCoverageOption())
    .addOption(
      shardOption('instead of a report, write this part of it to a folder for lockstep merge').conflicts([
        'format',
        'outputFile',
        'locale',
        'minCoverage',
      ]),
    )
    .addOption(shardFolderOption('status'))
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(configOption())
    .option('-q, --quiet', 'print the numbers only')
    .addHelpText(
      'after',
      `
Examples:
  $ lockstep status docs/fr-FR docs/de-DE                for a person
  $ lockstep status docs --min-coverage fr-FR=95,de-DE=90
  $ lockstep status docs --format svg --locale fr-FR -o fr-FR.svg`,
    )
    .action(async (inputs: string[], flags: StatusFlags) => {
      const { runStatus } = await import('./commands/status.ts')
      end(await runStatus(inputs, flags, io))
    })
}

function addExport(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('export')
    .description('write units to files for translation tools (XLIFF, TMX, CSV, PO)')
    .argument('[inputs...]', INPUTS)
    .requiredOption(
      '-o, --out <folder>',
      'folder to write to; files of an earlier export in it are replaced or removed, unless somebody has edited one',
    )
    .option('--force', 'replace or remove edited files as well, whose translations are lost unless imported')
    .addOption(
      new Option('-f, --format <format>', 'file format: xliff is 1.2, xliff2 is 2.0')
        .choices(['xliff', 'xliff2', 'tmx', 'csv', 'po'])
        .default('xliff'),
    )
    .option('--bundle', 'write one file for each locale instead of one for each document')
    .addOption(
      localesOption('export only these target locales; repeat the option or separate tags with commas'),
    )
    .option(
      '--only-changed <base>',
      'export only units that are new or changed since a git revision, or since the version in another folder',
    )
    .option('--findings', 'check the documents, and add the findings of each unit as notes')
    .addOption(
      new Option(
        '--min-severity <level>',
        'export only units with findings of at least this severity; includes --findings',
      ).choices(LEVELS),
    )
    .option(
      '--decisions <folder>',
      'folder of reviewers’ decisions, a file for each locale: approved units are exported as approved (default: reviews)',
    )
    .addOption(
      new Option('--for <tool>', 'with xliff: tool that will read the files (default: generic)').choices([
        'omegat',
        'weblate',
        'generic',
      ]),
    )
    .addOption(
      new Option(
        '--inline <elements>',
        'with xliff: inline codes as elements that hold the markup, or g and x that stand for it (default: bpt)',
      ).choices(['bpt', 'gx']),
    )
    .addOption(
      new Option('--level <level>', 'with tmx: 2 includes inline codes (default: 1)').choices(['1', '2']),
    )
    .option('--no-mt', 'with tmx: leave out machine translations')
    .addOption(timingOption())
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(configOption())
    .option('-q, --quiet', 'print errors only')
    .addHelpText(
      'after',
      `
Changes no document. lockstep import takes the files back.

Examples:
  $ lockstep export docs/fr-FR --out exchange            an XLIFF file for each document
  $ lockstep export docs --out memory --format tmx --bundle
  $ lockstep export docs/fr-FR --out todo --only-changed origin/main
  $ lockstep export docs/fr-FR --out todo --min-severity error`,
    )
    .action(async (inputs: string[], flags: ExportFlags) => {
      const { runExport } = await import('./commands/export.ts')
      end(await runExport(inputs, flags, io))
    })
}

function addDev(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('dev')
    .description('show documents in the browser and reload them when they change')
    .argument('[inputs...]', INPUTS)
    .addOption(portOption())
    .addOption(openOption())
    .addOption(localesOption())
    .addOption(onlyOption())
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(templatesOption())
    .addOption(configOption())
    .addHelpText(
      'after',
      `
Writes nothing, and serves this machine only.

Examples:
  $ lockstep dev                                         sources/
  $ lockstep dev docs/fr-FR --port 8080 --open`,
    )
    .action(async (inputs: string[], flags: DevFlags) => {
      const { runDev } = await import('./commands/dev.ts')
      end(await runDev(inputs, flags, io))
    })
}

function addInspect(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('inspect')
    .description('show the model of a document, or one unit of it')
    .argument('<file>', 'a document')
    .argument('[unit]', 'id of a unit (62b5c-113) or its number (113, p101)')
    .option('--json', 'print the model as JSON')
    .option('--runbook', 'show what each table and list became in the runbook, why, and how to change that')
    .addOption(sourceLocaleOption())
    .addOption(targetLocaleOption())
    .addOption(configOption())
    .addHelpText(
      'after',
      `
Examples:
  $ lockstep inspect docs/fr-FR/page.md                  outline, tables and units
  $ lockstep inspect docs/fr-FR/page.md 62b5c-113        everything about one unit
  $ lockstep inspect docs/fr-FR/page.md --json           the whole model
  $ lockstep inspect docs/fr-FR/page.md --runbook        how the runbook uses it`,
    )
    .action(async (file: string, unit: string | undefined, flags: InspectFlags) => {
      const { runInspect } = await import('./commands/inspect.ts')
      end(await runInspect(file, unit, flags, io))
    })
}
