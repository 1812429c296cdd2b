import { VFile } from 'vfile'
import { joinDocuments } from '../../src/join/join-documents.ts'
import { createOtherTranslations } from '../../src/join/other-translations.ts'
import { parseDocument } from '../../src/parse/parse-document.ts'
import { runJoinedRules, runRules } from '../../src/validate/engine/run-rules.ts'

/** Runs all rules over one document in several locales; gives back `LOCALE LINE severity`, then the reason, of one rule's findings. */
export function checkLocales(
  ruleId: string,
  texts: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  const members = Object.entries(texts).map(([locale, value]) => {
    const file = new VFile({ path: `${locale}/a.md`, value })
    return { locale, file, document: parseDocument(file, { path: 'a.md', targetLocale: locale }) }
  })
  const joined = joinDocuments(members.map(({ document }) => document))
  const otherTranslations = createOtherTranslations(joined)
  for (const { locale, file, document } of members)
    runRules(document, file, { otherTranslations: otherTranslations(locale) })
  runJoinedRules(joined, (locale) => members.find((member) => member.locale === locale)!.file)
  return members.flatMap(({ locale, file }) =>
    file.messages
      .filter((message) => message.ruleId === ruleId)
      .map((message) => {
        const severity = message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info'
        return [`${locale} ${message.line} ${severity}`, message.reason] as const
      }),
  )
}
