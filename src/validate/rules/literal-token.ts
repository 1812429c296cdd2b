import { defineRule } from '../engine/define-rule.ts'
import { reportLost } from '../literals/lost-literals.ts'

/**
 * URLs, paths, registry keys, e-mail addresses, host names, IP addresses, GUIDs, versions and file names are not translated: whoever
 * types or copies them needs them as they are. Machine translation translates their words and puts spaces into them (`C : \ journaux`,
 * `contoso. com`).
 *
 * A URL may name the locale of its side (`/en-us/`, `/fr-fr/`). Of an e-mail address whose name is a word only the domain is compared,
 * as the names of example users may be translated. The dot that ends a sentence does not count, nor do the backslashes that escape
 * characters in Markdown. What only differs in letter case is told by `literal-case`, links that show their own URL by `inline-equal`, code
 * by `code-equal`.
 *
 * Where the document is read in several locales and most of them have lost it too, the finding is a hint: the source text may be at fault.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Ouvrez C : \ journaux \ appels.txt.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Open C:\Logs\calls.txt.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Ouvrez le fichier C:\Logs\calls.txt de sip.contoso.com.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">On sip.contoso.com, open C:\Logs\calls.txt.</span></span>
 * ```
 */
export const literalToken = defineRule({
  id: 'literal-token',
  description:
    'A URL, path, address, host name, version, id or file name of the source text is not in the translation.',
  severity: 'error',
  tags: ['unit', 'content'],
  check(document, report, context) {
    reportLost(document, report, context, {
      isOne: (kind) => kind !== 'command' && kind !== 'parameter' && kind !== 'number',
      note: 'It is not translated, and no space belongs into it: copy it from the source text.',
    })
  },
})
