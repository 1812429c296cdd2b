import { defineRule } from '../engine/define-rule.ts'
import { reportLost } from '../literals/lost-literals.ts'

/**
 * URLs, paths, registry keys and types (`REG_SZ`), e-mail addresses, host names, IP addresses, GUIDs, versions and file names are
 * not translated: readers type or copy them. Machine translation translates their words and inserts spaces
 * (`C : \ journaux`, `contoso. com`).
 *
 * URLs can contain the locale of their side (`/en-us/`, `/fr-fr/`). If the name in an e-mail address is a
 * word, only the domain is compared, since translators change the names of example users. A full stop at the
 * end of a sentence and Markdown's backslash escapes do not count. `literal-case` reports differences in
 * letter case, `inline-equal` links that show their own URL, and `code-equal` code.
 *
 * If the document is read in several locales and most of them have lost the text too, the finding is a hint:
 * the source text may be wrong.
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
    'The translation lacks a URL, path, address, host name, version, id or file name of the source text.',
  severity: 'error',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, context) {
    reportLost(document, report, context, {
      isOne: (kind) => kind !== 'command' && kind !== 'parameter' && kind !== 'number',
      note: 'Do not translate it, and do not insert spaces: copy it from the source text.',
    })
  },
})
