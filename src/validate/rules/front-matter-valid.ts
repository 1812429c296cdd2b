import { defineRule } from '../engine/define-rule.ts'

/**
 * The front matter contains the title, the locale and the revision of a document. If it is not valid YAML,
 * programs read it differently or not at all.
 *
 * Fails:
 *
 * ```md
 * ---
 * title: "Redémarrer
 * ---
 *
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 *
 * Passes:
 *
 * ```md
 * ---
 * title: "Redémarrer"
 * ---
 *
 * <span data-ttu-id="1f2e3-101">Redémarrez le serveur.</span><span class="sxs-lookup"><span data-stu-id="1f2e3-101">Restart the server.</span></span>
 * ```
 */
export const frontMatterValid = defineRule({
  id: 'front-matter-valid',
  description: 'The front matter is not valid YAML.',
  severity: 'error',
  tags: ['front-matter'],
  check(document, report) {
    for (const problem of document.metadata.problems) {
      report({
        reason: `Unexpected fault in the front matter, expected valid YAML: ${problem.reason}`,
        place: problem.place,
        note: 'Put values in quotation marks if they contain `: ` or ` #`, or start with a special character.',
      })
    }
  },
})
