/** Deeply copies plain data such as syntax trees: objects, arrays and primitive values. */
export function cloneTree<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(cloneTree) as Value
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) copy[key] = cloneTree((value as Record<string, unknown>)[key])
  return copy as Value
}
