import type { Rule } from './define-rule.ts'

const pages = 'https://github.com/lockstep-docs/lockstep/blob/main/docs/rules'

/** Returns the URL of a rule's page; `undefined` if it is a plugin's and has none. */
export function ruleUrl({ id, url }: Pick<Rule, 'id' | 'url'>): string | undefined {
  return url ?? (pluginOf(id) === undefined ? `${pages}/${id}.md` : undefined)
}

/** Name of the plugin that a rule or an output belongs to; `undefined` for built-in ones. */
export function pluginOf(id: string): string | undefined {
  return /^([^/]+)\//.exec(id)?.[1]
}

/** URL of the explanation of a rule's failure. */
export const crashUrl = `${pages}/README.md#rule-crashed`

/** Rule id of the message that reports the failure of a rule. */
export const ruleCrashed = 'rule-crashed'
