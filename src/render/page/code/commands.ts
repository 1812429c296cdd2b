import type { LanguageFn } from 'highlight.js'
import bash from 'highlight.js/lib/languages/bash'

/** Grammar of the commands of Azure CLI and .NET CLI: that of Bash with the programs and their options. */
export const commands: LanguageFn = (highlighter) => {
  const language = bash(highlighter)
  return {
    ...language,
    name: 'Commands',
    contains: [
      ...language.contains,
      { scope: 'built_in', begin: /^[ \t]*(?:az|azcopy|azd|dotnet)\b/ },
      { scope: 'attr', begin: /(?<=\s)--?[a-z][\w-]*/i },
    ],
  }
}
