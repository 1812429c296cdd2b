const pages = 'https://github.com/lockstep-docs/lockstep/blob/main/docs/rules'

/** Returns the URL of a rule's page. */
export function ruleUrl(id: string): string {
  return id === ruleCrashed ? `${pages}/README.md#${id}` : `${pages}/${id}.md`
}

/** Rule id of the message that reports the failure of a rule. */
export const ruleCrashed = 'rule-crashed'
