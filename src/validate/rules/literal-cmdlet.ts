import { defineRule } from '../engine/define-rule.ts'
import { reportLost } from '../literals/lost-literals.ts'

/**
 * Commands of PowerShell are not translated: a reader who types `Obtenir-CsUser` gets an error. Machine translation takes the verb of a
 * command for a word (`Neu – CsUser`), leaves it out, or puts spaces into the command.
 *
 * A command is an approved verb, a hyphen and a noun with a capital. A noun that is one English word has to be known as the noun of a
 * command, so that “Read-Only”, “Add-In” and “Split-Brain” are none. A command that only differs in its letter case is told by
 * `literal-case`, one in code by `code-equal`.
 *
 * Where the document is read in several locales and most of them have lost it too, the finding is a hint: the source text may be at fault.
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
  description: 'A PowerShell command of the source text is not in the translation.',
  severity: 'error',
  tags: ['unit', 'content'],
  check(document, report, context) {
    reportLost(document, report, context, {
      isOne: (kind) => kind === 'command',
      note: 'Commands are not translated: copy it from the source text.',
    })
  },
})
