import type { Element } from 'hast'
import { classNames, element } from './element.ts'

/** Display names of languages by their names in fences. */
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

/** Names in fences for blocks without a language worth showing. */
const PLAIN = new Set(['', 'console', 'none', 'output', 'plain', 'plaintext', 'text', 'txt'])

/** Properties of code blocks: focusable, not translated, left to right. */
const CODE_PROPERTIES = { dir: 'ltr', translate: 'no', tabIndex: 0 } as const

/** Wraps a code block in a container with the language's name that scrolls and is reachable by keyboard; code reads left to right. */
export function wrapCodeBlock(node: Element): Element {
  Object.assign(node.properties, CODE_PROPERTIES)
  const name = languageOf(node)
  return element('div', { className: ['code'], ...(name ? { dataLanguage: name } : {}) }, [node])
}

/** Name of a block’s language, according to the `language-…` class of its `code`. */
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
