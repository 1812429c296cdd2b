import { defineConfig } from 'vitest/config'

/** How long a test may take, in milliseconds: far longer than any needs, for it is to end what hangs and not what is slow. */
const LIMIT = 600_000

export default defineConfig({
  plugins: [
    {
      // Packages are loaded as users get them, not as those builds that check and log each step of their own.
      name: 'published-packages',
      configResolved: ({ ssr }) => {
        const conditions = ssr.resolve?.conditions ?? []
        conditions.splice(0, Infinity, ...conditions.filter((name) => name !== 'development|production'))
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/user-folders.ts'],
    // What is missing or differs fails on every machine; only `-u` writes.
    update: 'none',
    // Two workers are what a small machine has.
    maxWorkers: 2,
    // Modules are loaded once per worker, and so is a browser: no test changes what a module holds.
    isolate: false,
    testTimeout: LIMIT,
    hookTimeout: LIMIT,
    // What a test waits for comes as soon as the machine gets to it.
    expect: { poll: { timeout: LIMIT / 10, interval: 20 } },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text', 'json-summary'],
    },
  },
})
