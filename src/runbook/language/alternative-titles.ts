/** Tools to do the same work with. */
const TOOL =
  /\b(?:power ?shell|cmdlets?|(?:management|command|cloud) shell|command[- ](?:line|prompt)|cli|control panel|(?:admin\w*|management) (?:center|centre|portal|console)|(?:web |azure )?portal|topology builder|visual studio|vs code|codespaces|python|jupyter|notebooks?|touch screen|configuration file|gui|rest api|(?:windows|linux|mac|macos|ubuntu|unix)$)\b|\b[cf]#/i

/** Introduces a tool at the end of a title. */
const MEANS = /\b(?:by using|by(?=\s+\w+ing\b)|using|with|via|through|from|in|on|for)\s+/gi

/** Takes the place of all other tools: “for another environment”. */
const OTHER = /^(?:an)?other\b/i

/** Two pieces of work of which the second one undoes the first; “stop” before “start” is a restart instead. */
const OPPOSITES = [
  ['enable', 'disable'],
  ['start', 'stop'],
  ['add', 'remove'],
  ['add', 'delete'],
  ['create', 'remove'],
  ['create', 'delete'],
  ['install', 'uninstall'],
  ['assign', 'unassign'],
  ['grant', 'revoke'],
  ['activate', 'deactivate'],
  ['lock', 'unlock'],
  ['block', 'unblock'],
  ['mute', 'unmute'],
  ['approve', 'reject'],
  ['approve', 'decline'],
  ['accept', 'reject'],
  ['accept', 'decline'],
  ['turn on', 'turn off'],
  ['allow', 'block'],
  ['block', 'allow'],
  ['allow', 'prevent'],
  ['show', 'hide'],
  ['hide', 'show'],
] as const

const ONE = /\b(?:a single|one|an individual)\b(?! or)/
const MANY = /\b(?:multiple|several|one or (?:more|several)|all(?: of)?(?: the| your)?)\b/

/** Whether the English headings of two sections, in this order, name work of which one does only one piece. */
export function areAlternativeTitles(first: string, second: string): boolean {
  const [one, other] = [wordsOf(first), wordsOf(second)]
  return (
    areOpposites(one, other) ||
    differInNumber(one, other) ||
    differInTool(one, other) ||
    areOfOrganizations(first, second)
  )
}

/** Names the kind of organization for which a section is: “For organizations with more than 150 users, …”. */
const FOR_ORGANIZATIONS = /^for (?:organi[sz]ations?|tenants?|companies|businesses|enterprises|schools)\b/i

/** Whether the headings are for two kinds of organizations, of which the reader’s is one. */
function areOfOrganizations(first: string, second: string): boolean {
  return first !== second && FOR_ORGANIZATIONS.test(first) && FOR_ORGANIZATIONS.test(second)
}

/** Whether the headings differ only by opposites: “To enable hot desking”, “To disable hot desking”. */
function areOpposites(first: string, second: string): boolean {
  return OPPOSITES.some(([verb, opposite]) => {
    const rest = without(verb, first)
    return rest !== null && rest !== '' && rest === without(opposite, second)
  })
}

/** A title without a verb in any of its forms; `null` if it has none. */
function without(verb: string, title: string): string | null {
  const [word = '', particle] = verb.split(' ')
  const stem = word.replace(/e$/, '')
  const forms = `(?:${word}|${stem}ing|${stem}${stem.at(-1)}ing)`
  const pattern = particle
    ? new RegExp(`\\b${forms}\\b(.*?)\\b${particle}\\b`)
    : new RegExp(`(?<![\\w-])${forms}\\b()`)
  return pattern.test(title) ? title.replace(pattern, '$1').replace(/\s+/g, ' ').trim() : null
}

/** Whether the headings name the same work for one thing and for several. */
function differInNumber(first: string, second: string): boolean {
  const isPair = (ONE.test(first) && MANY.test(second)) || (MANY.test(first) && ONE.test(second))
  return isPair && withoutNumber(first) === withoutNumber(second)
}

function withoutNumber(title: string): string {
  return title
    .replace(MANY, '#')
    .replace(ONE, '#')
    .replace(/(?<=\w{3})s\b/g, '')
}

/** Whether the headings name the same work with two tools: “… by using PowerShell”, “… in the Control Panel”. */
function differInTool(first: string, second: string): boolean {
  const [one, other] = [toolOf(first), toolOf(second)]
  if (bareWork(one.work) !== bareWork(other.work) || one.tool === other.tool) return false
  return (
    [one, other].some(({ isKnown }) => isKnown) &&
    [one, other].every(({ isKnown, tool }) => isKnown || isOpen(tool))
  )
}

/** Work whose verb has no ending, and whose things no number: “enabl cdr” of “enable CDR” and “enabling a CDR”. */
function bareWork(work: string): string {
  return work
    .replace(/^\S+/, (verb) => verb.replace(/(?:ing|e)$/, '').replace(/(\w)\1$/, '$1'))
    .replace(/ (?:an?|the|your)(?= )/g, '')
    .replace(/(?<=\w{3})(?<![su])s\b/g, '')
}

/** Whether a heading names a tool to do its work with. */
export function namesTool(heading: string): boolean {
  return toolOf(wordsOf(heading)).isKnown
}

/** Whether a title names no tool, or any other one. */
function isOpen(tool: string): boolean {
  return tool === '' || OTHER.test(tool)
}

/** Splits a title into work and the tool for it, which is empty if it names none. */
function toolOf(title: string): { readonly work: string; readonly tool: string; readonly isKnown: boolean } {
  const [, used = '', use = ''] = /^us(?:e|ing) (?:the )?(.+?)(?: to (.+))?$/.exec(title) ?? []
  if (TOOL.test(used)) return { work: use, tool: used, isKnown: true }
  const last = [...title.matchAll(MEANS)].at(-1)
  const tool = last ? title.slice(last.index + last[0].length) : ''
  const isKnown = TOOL.test(tool) || /^(?:by\b|using\b)/.test(last?.[0] ?? '')
  if (!last || last.index === 0 || !(isKnown || OTHER.test(tool)))
    return { work: title, tool: '', isKnown: false }
  return { work: title.slice(0, last.index).trim(), tool, isKnown }
}

/** Title of sections about another way: “Enabling hot desking by using Windows PowerShell cmdlets”. */
const OTHER_WAY =
  /^(.*?\S)\s+(?:by )?(?:using|with|in) (?:\S+ )*?(?:power ?shell|cmdlets|management shell)\b(?: cmdlets)?$/

/**
 * Whether a heading repeats in a shell the work of one before it: “Enabling CDR by using Windows PowerShell cmdlets”
 * after “To enable CDR”.
 */
export function repeatsInShell(heading: string, before: string): boolean {
  const [, work] = OTHER_WAY.exec(wordsOf(heading)) ?? []
  if (work === undefined || !shareWord(before, work)) return false
  return isGerund(heading) || verbOf(work) === verbOf(wordsOf(before))
}

/** Whether a heading begins with a gerund, as those do that introduce sections. */
export function isGerund(heading: string): boolean {
  return /^\p{L}{2,}ing\b/iu.test(heading.trim())
}

/** Whether a heading begins with a verb in any form. */
export function beginsWith(verb: string, heading: string): boolean {
  return verbOf(wordsOf(heading)) === verbOf(verb)
}

function verbOf(title: string): string {
  return bareWork(title).split(' ', 1)[0] ?? ''
}

/** Whether two headings or sentences have a longer word in common, whatever its ending. */
export function shareWord(one: string, other: string): boolean {
  const stems = new Set(stemsOf(one))
  return stemsOf(other).some((stem) => stems.has(stem))
}

function stemsOf(heading: string): readonly string[] {
  return (wordsOf(heading).match(/\p{L}{3,}/gu) ?? [])
    .filter((word) => !/^(?:the|and|for|using|with|server|windows|settings?|configuration)$/.test(word))
    .map((word) => word.slice(0, 5).replace(/(?:ies|y|s)$/, ''))
}

/** A heading in small letters without “To” and marks at its end. */
function wordsOf(heading: string): string {
  return (
    heading
      .toLowerCase()
      // Its “for” introduces no tool.
      .replace(/skype for business/g, 'skype-for-business')
      .replace(/^(?:how )?to\s+/, '')
      .replace(/[\s:.]+$/, '')
      .replace(/\s+/g, ' ')
      .trim()
  )
}
