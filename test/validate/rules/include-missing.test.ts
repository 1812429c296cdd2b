import { describe, expect, it } from 'vitest'
import { expectFindings } from '../check-text.ts'

const find = (text: string, expected: string[], files: Record<string, string> = {}) =>
  expectFindings('include-missing', text, expected, { files })

describe('include-missing', () => {
  it('finds an include that does not exist', () => {
    const [message] = find('a\n\n[!INCLUDE [x](includes/x.md)]\n', ['3 error'])
    expect(message!.actual).toBe('includes/x.md')
    expect(message!.reason).toContain('does not exist')
  })

  it('hints once at files of other repositories', () => {
    const [message] = find(
      '[!INCLUDE [x](../../x.md)]\n\n[!code-csharp[y](~/samples/a/y.cs)]\n\n[!code-csharp[y](~/samples/a/y.cs)]\n',
      ['1 info'],
    )
    expect(message!.reason).toContain('`../../x.md` and `~/samples/a/y.cs` from outside the docset')
  })

  it('finds a file that is missing in a folder of the docset', () => {
    find('[!INCLUDE [x](~/includes/x.md)]\n\n[!INCLUDE [y](~/includes/y.md)]\n', ['1 error'], {
      '~/includes/y.md': 'y\n',
    })
    find('[!INCLUDE [x](~/x.md)]\n', ['1 error'])
  })

  it('finds an include that includes itself', () => {
    const [message] = find('a\n\n[!INCLUDE [x](x.md)]\n', ['3 error'], { 'x.md': '[!INCLUDE [x](x.md)]\n' })
    expect(message!.reason).toContain('includes itself')
  })

  it('finds what is missing in an included file, where that is included', () => {
    const [message] = find('a\n\n[!INCLUDE [x](x.md)]\n', ['3 error'], {
      'x.md': '\n\n\n\n[!INCLUDE [y](y.md)]\n',
    })
    expect(message!.reason).toContain('`y.md` in `x.md`')
  })

  it('finds a code file that does not exist', () => {
    find('a\n\n[!code-csharp[x](x.cs)]\n', ['3 error'])
  })

  it('finds nothing where all files exist', () => {
    find('[!INCLUDE [x](x.md)]\n\n[!code-csharp[x](x.cs)]\n', [], { 'x.md': 'x\n', 'x.cs': 'x\n' })
  })
})
