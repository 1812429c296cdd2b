import { defineConfig } from 'lockstep-docs'
import { bilingual } from './bilingual.ts'

export default defineConfig({
  inputs: ['docs'],
  plugins: [bilingual],
})
