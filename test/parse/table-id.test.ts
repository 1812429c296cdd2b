import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { parseDocument } from '../../src/parse/parse-document.ts'

it('ids of tables are names of files, whatever the anchor before them is', () => {
  const tables = '| a |\n|---|\n| b |\n'
  const idsIn = (name: string) =>
    parseDocument(new VFile(`## <a name="${name}"></a>A\n\n${tables}\n${tables}`), {
      path: 'a.md',
    }).tables.map(({ id }) => id)
  expect(idsIn('x://y/../z')).toEqual(['x-y-..-z', 'x-y-..-z-2'])
  expect(idsIn('BKMK_1.2')).toEqual(['BKMK_1.2', 'BKMK_1.2-2'])
})
