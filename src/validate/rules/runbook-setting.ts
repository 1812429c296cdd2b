import { hasName, NAME_WORDS, namesInSettings, runbookNames } from '../../runbook/names.ts'
import { readRunbookSetting } from '../../runbook/settings.ts'
import { suggest } from '../../util/text/suggest.ts'
import { defineRule, type Finding } from '../engine/define-rule.ts'
import { quoteMarkup } from '../engine/quote.ts'

/**
 * `runbook` in the front matter overrides what the runbook uses as stages and steps. A key, value or anchor
 * that does not exist has no effect, so the runbook is not what its author expects.
 *
 * Fails:
 *
 * ```md
 * ---
 * title: Redémarrer
 * runbook:
 *   exclude: ["#bakground"]
 * ---
 *
 * ## <a name="background"></a><span data-ttu-id="1f2e3-101">Contexte</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Background</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * ---
 * title: Redémarrer
 * runbook:
 *   exclude: ["#background"]
 * ---
 *
 * ## <a name="background"></a><span data-ttu-id="1f2e3-101">Contexte</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Background</span></span>
 * ```
 */
export const runbookSetting = defineRule({
  id: 'runbook-setting',
  description: 'A runbook setting in the front matter names something that does not exist.',
  severity: 'warning',
  tags: ['front-matter', 'runbook'],
  check(document, report) {
    const { entries } = document.metadata
    const entry = Object.hasOwn(entries, 'runbook') ? entries.runbook : undefined
    if (!entry) return
    const placeOf = (path: readonly (string | number)[]) => entry.places?.[pointerOf(path)] ?? entry.place
    const { setting, problems } = readRunbookSetting(entry.value)
    for (const { path, actual, expected, known } of problems)
      report({
        reason: `Unexpected ${quoteMarkup(JSON.stringify(actual))} in \`${nameOf(path)}\` of the front matter, expected ${expected}`,
        place: placeOf(path),
        ...adviceOn(
          String(actual),
          known ?? [],
          'Correct it, or remove it to leave the decision to Lockstep.',
        ),
      })
    if (typeof setting === 'boolean') return
    const names = runbookNames(document)
    for (const name of namesInSettings(setting)) {
      if (hasName(names, name)) continue
      report({
        reason: `Unexpected ${quoteMarkup(name.name)} in \`${nameOf(name.path.slice(0, 1))}\` of the front matter, expected ${NAME_WORDS[name.key]} of this document`,
        place: placeOf(name.path),
        ...adviceOn(
          name.name,
          names[name.key],
          '`lockstep inspect FILE --runbook` shows the names in the document.',
        ),
      })
    }
  },
})

/** The advice, with the probably intended name. */
function adviceOn(
  actual: string,
  known: readonly string[],
  note: string,
): Pick<Finding, 'note' | 'expected'> {
  const meant = suggest(actual, known)
  return meant === undefined ? { note } : { note: `Did you mean \`${meant}\`? ${note}`, expected: [meant] }
}

/** Formats a path in the front matter: `runbook.tables`. */
function nameOf(path: readonly (string | number)[]): string {
  return ['runbook', ...path].join('.')
}

/** Formats a path as a JSON pointer (RFC 6901). */
function pointerOf(path: readonly (string | number)[]): string {
  return path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}
