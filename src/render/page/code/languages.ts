import type { GrammarName } from './grammars.ts'

/** A language of code blocks. */
export interface Language {
  /** Name to display, or the key of its label; empty if there is none worth showing. */
  readonly name: string | { readonly label: string }
  /** Grammar to highlight it with; absent: none. */
  readonly grammar?: GrammarName
}

/** Display names, their names in fences, and their grammars. */
const ROWS: readonly (readonly [names: string, name: Language['name'], grammar?: GrammarName])[] = [
  ['none plain plaintext text txt', ''],
  ['console', { label: 'code.console' }],
  ['output', { label: 'code.output' }],
  ['al', 'AL'],
  ['asm masm x86asm nasm', 'Assembly', 'x86asm'],
  ['aspx aspx-csharp aspx-vb', 'ASP.NET', 'xml'],
  ['azcopy', 'AzCopy', 'commands'],
  ['azdeveloper', 'Azure Developer CLI', 'commands'],
  ['azurecli', 'Azure CLI', 'commands'],
  ['azurepowershell', 'Azure PowerShell', 'powershell'],
  ['bash', 'Bash', 'bash'],
  ['bat batch batchfile', 'Batch', 'dos'],
  ['bicep', 'Bicep', 'bicep'],
  ['c', 'C', 'c'],
  ['c# cs csharp', 'C#', 'csharp'],
  ['c++ cc cpp cppcx cppwinrt cxx hpp', 'C++', 'cpp'],
  ['cmake', 'CMake', 'cmake'],
  ['cmd command dos', 'Command Prompt', 'dos'],
  ['cshtml razor blazor', 'Razor', 'razor'],
  ['css', 'CSS', 'css'],
  ['csv', 'CSV'],
  ['dart', 'Dart', 'dart'],
  ['dax', 'DAX', 'dax'],
  ['diff patch', 'Diff', 'diff'],
  ['docker dockerfile', 'Dockerfile', 'dockerfile'],
  ['dotnetcli', '.NET CLI', 'commands'],
  ['f# fs fsharp', 'F#', 'fsharp'],
  ['go golang', 'Go', 'go'],
  ['gradle groovy gremlin', 'Groovy', 'groovy'],
  ['graphql', 'GraphQL', 'graphql'],
  ['hcl terraform tf', 'Terraform', 'terraform'],
  ['hlsl', 'HLSL', 'cpp'],
  ['htm html xhtml', 'HTML', 'xml'],
  ['http https msgraph rest', 'HTTP', 'http'],
  ['idl midl', 'IDL', 'cpp'],
  ['ini', 'INI', 'ini'],
  ['java', 'Java', 'java'],
  ['javascript js jsx node nodejs', 'JavaScript', 'javascript'],
  ['json json5 jsonc', 'JSON', 'json'],
  ['julia', 'Julia', 'julia'],
  ['kotlin', 'Kotlin', 'kotlin'],
  ['kql kusto', 'KQL', 'kusto'],
  ['less', 'Less', 'less'],
  ['lua', 'Lua', 'lua'],
  ['makefile', 'Makefile', 'makefile'],
  ['markdown md', 'Markdown', 'markdown'],
  ['matlab', 'MATLAB', 'matlab'],
  ['nginx', 'nginx', 'nginx'],
  ['objc objective-c objectivec', 'Objective-C', 'objectivec'],
  ['odata', 'OData'],
  ['perl', 'Perl', 'perl'],
  ['php', 'PHP', 'php'],
  ['powerapps-dot powerapps-comma powerappsfl powerfx', 'Power Fx', 'excel'],
  ['powerquery powerquery-m', 'Power Query M'],
  ['powershell posh ps ps1 pwsh', 'PowerShell', 'powershell'],
  ['protobuf proto', 'Protocol Buffers', 'protobuf'],
  ['py python', 'Python', 'python'],
  ['q# qs qsharp', 'Q#', 'qsharp'],
  ['r', 'R', 'r'],
  ['rb ruby', 'Ruby', 'ruby'],
  ['rs rust', 'Rust', 'rust'],
  ['scala', 'Scala', 'scala'],
  ['scss', 'SCSS', 'scss'],
  ['sh shell', 'Shell', 'bash'],
  ['sql', 'SQL', 'sql'],
  ['swift', 'Swift', 'swift'],
  ['toml', 'TOML', 'ini'],
  ['ts tsx typescript', 'TypeScript', 'typescript'],
  ['tsql t-sql', 'T-SQL', 'sql'],
  ['vb vb.net vbnet visualbasic', 'Visual Basic', 'vbnet'],
  ['vba', 'VBA', 'vbscript'],
  ['vbs vbscript', 'VBScript', 'vbscript'],
  ['x++ xpp', 'X++', 'csharp'],
  ['xaml', 'XAML', 'xml'],
  ['csproj msbuild rss svg vstemplate xml xsd xsl xslt', 'XML', 'xml'],
  ['yaml yml', 'YAML', 'yaml'],
]

/** Languages by their names in fences, in lower case. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  ROWS.flatMap(([names, name, grammar]) =>
    names.split(' ').map((written) => [written, { name, ...(grammar && { grammar }) }]),
  ),
)

/** Endings that say how learn.microsoft.com offers the code, not which language it is in. */
const MODE = /-(?:interactive|nocopy|norun)$/

/** Returns the language with a name in a fence; an unknown one is displayed as written. */
export function languageNamed(written: string): Language {
  const name = written.toLowerCase().replace(MODE, '')
  return LANGUAGES.get(name) ?? { name: written.replace(MODE, '') }
}
