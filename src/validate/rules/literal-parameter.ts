import { defineRule } from '../engine/define-rule.ts'
import { reportLost } from '../literals/lost-literals.ts'

/**
 * Parameters of commands (`-Identity`) are not translated: the command fails with `-Identité`, and without
 * the space before the parameter (`Get-CsUser-Identity`).
 *
 * A hyphen and a name with a capital inside are a parameter (`-DatabaseType`); other capitalized names in code blocks, bold text and headings,
 * and in texts with a command or the word “parameter”, “switch”, “flag” or “option”, or after an article; not in compounds (“role-Based”). `literal-case` reports letter
 * case, `code-equal` inline code.
 *
 * If the document is read in several locales and most of them have lost the parameter too, the finding is a
 * hint: the source text may be wrong.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">**-Empreinte** est celle du certificat.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">**-Thumbprint** is that of the certificate.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">**-Thumbprint** est celui du certificat.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">**-Thumbprint** is that of the certificate.</span></span>
 * ```
 */
export const literalParameter = defineRule({
  id: 'literal-parameter',
  description: 'The translation lacks a parameter of a command in the source text.',
  severity: 'warning',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, context) {
    reportLost(document, report, context, {
      isOne: (kind) => kind === 'parameter',
      note: 'Do not translate parameters, and keep the space before the hyphen: copy it from the source text.',
    })
  },
})
