import type { Element, RootContent } from 'hast'
import { type UnitTables, unitOf } from '../../model/text.ts'
import { isElement, outermost, textOfNodes } from '../content.ts'
import type { RunbookContent } from '../types.ts'
import { textRunsIn } from '../values/text-runs.ts'

/** Languages of code to run. */
const SHELLS =
  /^(?:powershell|pwsh|ps1?|posh|console|shell|bash|sh|zsh|cmd|dos|bat|batch|terminal|azurecli|azurepowershell|azure-?cli|dotnetcli)(?:-interactive)?$/

/** Begins a line of code without a language that is a command: a cmdlet, or a tool of administrators. */
const COMMAND =
  /^\s*(?:(?:PS\s?)?[A-Za-z]:\\[^>\n]*>\s*|PS>\s*|[$#>]\s+)?(?:\$\w+\s*=\s*)?(?:\(?[A-Za-z]+-[A-Z]\w+\b|(?:sudo|net|netsh|sc|reg|regsvr32|certutil|certreq|msiexec|setup|ntdsutil|repadmin|dcdiag|dsacls|setspn|ipconfig|nslookup|ping|robocopy|xcopy|copy|icacls|diskpart|bcdedit|wevtutil|telnet|ssh|scp|curl|wget|az|kubectl|docker|dotnet|systemctl|apt(?:-get)?|yum|dnf|npm|pip|git|cd|mkdir|chmod|chown|\S+\.(?:exe|ps1|cmd|bat|sh|msi))(?=\s|$))/m

/** Whether a node is code to run in a shell, by its language or else by its lines. */
export function isCommandCode(node: RootContent | undefined, units: UnitTables): node is Element {
  if (!isElement(node, 'pre')) return false
  const language = languageOf(node)
  return language === '' ? beginsWithCommand(node, units) : SHELLS.test(language)
}

/** Whether the text of a code block, whatever its language, begins a line with a cmdlet or a tool of administrators. */
export function beginsWithCommand(node: Element, units: UnitTables): boolean {
  const [run] = textRunsIn(
    { type: 'root', children: [node] },
    (unit) => unitOf(units, unit)?.source?.content ?? [],
  )
  return COMMAND.test(run?.text ?? '')
}

/** The cmdlet with which a code begins, if it begins with one. */
export function cmdletOf(code: string): string | null {
  return /^\s*([A-Z][a-z]+-[A-Z]\w+)/.exec(code)?.[1] ?? null
}

/** Names an object by a value, not by a placeholder. */
const IDENTITY = /\s-Identity:?\s+("[^"<]+"|'[^'<]+'|[^\s<"']+)/i

/** The cmdlet and the identity of the object that the only code in content creates; `null` if it creates none. */
export function objectCreated(content: RunbookContent, units: UnitTables): string | null {
  const [code, ...others] = outermost(content, (node) => isElement(node, 'pre'))
  const text = code && others.length === 0 ? textOfNodes([code], units, 'source') : ''
  const cmdlet = cmdletOf(text)
  const identity = IDENTITY.exec(text)?.[1]
  return cmdlet?.startsWith('New-') && identity && !/\n\s*[A-Z][a-z]+-/.test(text)
    ? `${cmdlet} ${identity.replace(/["']/g, '').toLowerCase()}`
    : null
}

/** Whether a code shows with values what the code before it says with placeholders. */
export function isExampleOf(code: string, before: string): boolean {
  const cmdlet = cmdletOf(code)
  return cmdlet !== null && cmdlet === cmdletOf(before) && PLACEHOLDER.test(before) && !PLACEHOLDER.test(code)
}

const PLACEHOLDER = /<\p{L}[^<>\n]*>/u

/** Asks a program how to use it. */
const HELP = /^\s*(?:get-help\b.*|\S+ (?:.*\s)?(?:-\?|\/\?|--help|-h))\s*$/i

/** Whether all lines of a code block ask for help on a command. */
export function asksForHelp(code: Element, units: UnitTables): boolean {
  const [run] = textRunsIn(
    { type: 'root', children: [code] },
    (unit) => unitOf(units, unit)?.source?.content ?? [],
  )
  const lines = (run?.text ?? '').split('\n').filter((line) => line.trim() !== '')
  return lines.length > 0 && lines.every((line) => HELP.test(line))
}

/** Whether a code block says that it is an output. */
export function isOutputCode(code: Element): boolean {
  return languageOf(code) === 'output'
}

/** The language that a code block names; empty if it names none. */
function languageOf(code: Element): string {
  const inner = code.children.find((child) => isElement(child, 'code'))
  const { className } = (inner as Element | undefined)?.properties ?? {}
  const names = Array.isArray(className) ? className.map(String) : []
  const name = names.find((each) => each.startsWith('language-')) ?? ''
  return name.slice('language-'.length).toLowerCase()
}
