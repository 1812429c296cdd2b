import { defineConfig } from 'lockstep-docs'
import { houseStyle } from './house-style.ts'

export default defineConfig({
  inputs: ['docs'],
  plugins: [houseStyle],
  overrides: [
    {
      locales: ['fr'],
      rules: { 'house-style/preferred-words': { severity: 'error', words: { 'l’email': 'le courriel' } } },
    },
  ],
})
