import type { Element } from 'hast'
import { classNames, element } from './element.ts'

/** Names of languages as their users write them, by the names that fences use. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['azurecli', 'Azure CLI'],
  ['bash', 'Bash'],
  ['cmd', 'Command Prompt'],
  ['cpp', 'C++'],
  ['cs', 'C#'],
  ['csharp', 'C#'],
  ['css', 'CSS'],
  ['dotnetcli', '.NET CLI'],
  ['fs', 'F#'],
  ['fsharp', 'F#'],
  ['html', 'HTML'],
  ['http', 'HTTP'],
  ['ini', 'INI'],
  ['java', 'Java'],
  ['javascript', 'JavaScript'],
  ['js', 'JavaScript'],
  ['json', 'JSON'],
  ['kql', 'KQL'],
  ['kusto', 'KQL'],
  ['php', 'PHP'],
  ['powershell', 'PowerShell'],
  ['ps', 'PowerShell'],
  ['ps1', 'PowerShell'],
  ['python', 'Python'],
  ['ruby', 'Ruby'],
  ['sh', 'Shell'],
  ['shell', 'Shell'],
  ['sql', 'SQL'],
  ['ts', 'TypeScript'],
  ['typescript', 'TypeScript'],
  ['vb', 'Visual Basic'],
  ['xml', 'XML'],
  ['yaml', 'YAML'],
  ['yml', 'YAML'],
])

/** Words that say that a block has no language worth naming. */
const PLAIN = new Set(['', 'console', 'none', 'output', 'plain', 'plaintext', 'text', 'txt'])

/** What code blocks are given: they are reached by keyboard, and read from left to right. */
const CODE_PROPERTIES = { dir: 'ltr', translate: 'no', tabIndex: 0 } as const

/** A code block in a container that scrolls, is reached by keyboard and names the language; code reads left to right. */
export function wrapCodeBlock(node: Element): Element {
  Object.assign(node.properties, CODE_PROPERTIES)
  const name = languageOf(node)
  return element('div', { className: ['code'], ...(name ? { dataLanguage: name } : {}) }, [node])
}

/** Name of the language that a block’s `code` tells by its `language-…` class. */
function languageOf(pre: Element): string {
  const code = pre.children.find((child) => child.type === 'element' && child.tagName === 'code')
  if (code?.type !== 'element') return ''
  const written =
    classNames(code)
      .find((name) => name.startsWith('language-'))
      ?.slice('language-'.length) ?? ''
  const language = written.toLowerCase()
  return PLAIN.has(language) ? '' : (LANGUAGES.get(language) ?? written)
}
