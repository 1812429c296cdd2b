import { defineRule } from '../engine/define-rule.ts'
import { reportLost } from '../literals/lost-literals.ts'

/**
 * Parameters of commands (`-Identity`) are not translated: the command fails with `-Identité`, and with `Get-CsUser-Identity`, where the
 * space before the parameter was lost.
 *
 * A hyphen and a name with a capital are a parameter in code blocks, in bold, in headings, after a command, and near the word “parameter”;
 * not in compounds (“role-Based”). Letter case is told by `literal-case`, code inside a line by `code-equal`.
 *
 * Where the document is read in several locales and most of them have lost it too, the finding is a hint: the source text may be at fault.
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
  description: 'A parameter of a command in the source text is not in the translation.',
  severity: 'warning',
  tags: ['unit', 'content'],
  check(document, report, context) {
    reportLost(document, report, context, {
      isOne: (kind) => kind === 'parameter',
      note: 'Parameters are not translated, and a space stands before the hyphen: copy it from the source text.',
    })
  },
})
