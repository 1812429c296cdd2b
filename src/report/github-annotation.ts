import { clean } from './text/words.ts'

/** How GitHub shows an annotation. */
export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** A file of an annotation. */
export interface AnnotatedFile {
  readonly path: string
  /** Folder that the path is relative to, relative to the repository; absent if it is the repository. */
  readonly folder?: string | undefined
}

/**
 * Formats a workflow command that annotates a file; without a line feed at its end.
 *
 * Format: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
 *
 * @param lines of the message.
 */
export function annotation(
  level: AnnotationLevel,
  { path, folder }: AnnotatedFile,
  properties: Readonly<Record<string, string | number>>,
  lines: readonly string[],
): string {
  const all = Object.entries({ file: folder ? `${folder}/${path}` : path, ...properties })
  const written = all.map(([name, value]) => `${name}=${escapeProperty(clean(String(value)))}`)
  const text = lines.map((line) => clean(line)).join('\n')
  return `::${level} ${written.join(',')}::${escapeData(text)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
