const pages = 'https://github.com/lockstep-docs/lockstep/blob/main/docs/rules'

/** Address of a rule's page. */
export function ruleUrl(id: string): string {
  return id === ruleCrashed ? `${pages}/README.md#${id}` : `${pages}/${id}.md`
}

/** Rule id of the message that tells that a rule failed. */
export const ruleCrashed = 'rule-crashed'
