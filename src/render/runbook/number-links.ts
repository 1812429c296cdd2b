import { mapTexts } from '../../util/data/map-texts.ts'
import type { GroupView, RunbookView, SectionView } from './view.ts'

/** The number of an address after its link. */
const NUMBER = /(?<=<sup class="link-number">\[)\d+(?=\]<\/sup>)/g

/** Numbers the addresses of a runbook in the order in which paper shows their links, and leaves out those without a link. */
export function numberLinks(view: RunbookView): RunbookView {
  const known = new Map(view.addresses.map((address) => [`${address.number}`, address]))
  const numbers = new Map<string, number>()
  for (const text of textsOf(view))
    for (const [number] of text.matchAll(NUMBER))
      if (known.has(number) && !numbers.has(number)) numbers.set(number, numbers.size + 1)
  const { context, prerequisites, sections } = view
  const renumber = (text: string) => text.replace(NUMBER, (number) => `${numbers.get(number) ?? number}`)
  return {
    ...view,
    ...mapTexts({ context, prerequisites, sections }, renumber),
    addresses: [...numbers].map(([old, number]) => ({ ...known.get(old)!, number })),
  }
}

/** All HTML of a runbook with links, in the order of the template `runbook`. */
function textsOf({ context, prerequisites, sections }: RunbookView): readonly string[] {
  return [context, prerequisites, ...sections.flatMap(textsOfSection)]
}

function textsOfSection({ title, otherTitle, groups }: SectionView): readonly string[] {
  return [title, otherTitle, ...groups.flatMap(textsOfGroup)]
}

function textsOfGroup(group: GroupView): readonly string[] {
  const rows = group.rows.flatMap(({ band, situation, content, expected, onFailure }) => [
    band,
    situation,
    content,
    expected,
    ...onFailure.map(({ title }) => title),
  ])
  return [group.context, group.prerequisites, group.situationHeader, ...rows, group.after]
}
