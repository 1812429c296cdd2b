import { defineRule } from '../engine/define-rule.ts'
import { reportLost } from '../literals/lost-literals.ts'

/**
 * PowerShell commands are not translated: a reader who types `Obtenir-CsUser` gets an error. Machine
 * translation translates the verb of a command (`Neu – CsUser`), drops it, or inserts spaces.
 *
 * A command is an approved verb, a hyphen and a capitalized noun. A noun that is a single English word must
 * be the noun of a known command, so that “Read-Only”, “Add-In” and “Split-Brain” do not count.
 * `literal-case` reports commands that differ only in letter case, and `code-equal` those in code.
 *
 * If the document is read in several locales and most of them have lost the command too, the finding is a
 * hint: the source text may be wrong.
 *
 * Fails:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Utilisez l’applet de commande Nouveau-CsRgsQueue.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Use the New-CsRgsQueue cmdlet.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * <span data-ttu-id="1f2e3-101">Utilisez l’applet de commande New-CsRgsQueue, en lecture seule.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Use the New-CsRgsQueue cmdlet, Read-Only.</span></span>
 * ```
 */
export const literalCmdlet = defineRule({
  id: 'literal-cmdlet',
  description: 'The translation lacks a PowerShell command of the source text.',
  severity: 'error',
  tags: ['unit', 'content'],
  checksPairs: true,
  check(document, report, context) {
    reportLost(document, report, context, {
      isOne: (kind) => kind === 'command',
      note: 'Do not translate commands: copy it from the source text.',
    })
  },
})
