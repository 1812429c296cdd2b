import type { PackageManager } from '../../read/project/read-project.ts'

/** How a package manager installs the packages of a project, and runs this one. */
export interface Commands {
  /** Adds this package to the project; absent without a `package.json`. */
  readonly add?: string
  /** Installs what the project needs; absent without a `package.json`. */
  readonly install?: string
  /** Runs Lockstep. */
  readonly run: string
}

/**
 * Commands of a package manager.
 *
 * @param hasLock whether there is a lock file, without which `npm ci` fails.
 */
export function commandsOf(manager: PackageManager, hasLock: boolean, version: string): Commands {
  switch (manager) {
    case 'npm':
      return {
        add: 'npm install --save-dev lockstep-docs',
        install: hasLock ? 'npm ci' : 'npm install',
        run: 'npx --no-install lockstep',
      }
    case 'pnpm':
      return {
        add: 'pnpm add --save-dev lockstep-docs',
        install: 'corepack enable && pnpm install --frozen-lockfile',
        run: 'pnpm exec lockstep',
      }
    case 'yarn':
      return {
        add: 'yarn add --dev lockstep-docs',
        install: 'corepack enable && yarn install --immutable',
        run: 'yarn lockstep',
      }
    case 'none':
      return { run: `npx --yes lockstep-docs@${version}` }
  }
}

/** Path of the workflow in a repository. */
export const WORKFLOW_PATH = '.github/workflows/lockstep.yml'

/**
 * A workflow for GitHub Actions that checks what a pull request changes, as annotations and in code scanning.
 *
 * The token of a pull request from a fork, or from Dependabot, cannot upload: there are annotations only.
 */
export function workflow({ install, run }: Commands): string {
  return `name: translations
on: pull_request
permissions:
  contents: read
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v6
        with:
          node-version: 22
${install === undefined ? '' : `      - run: ${install}\n`}      - run: ${run} check --format github --output-file sarif=lockstep.sarif --changed-since "origin/$BASE"
        env:
          BASE: \${{ github.base_ref }}
      # A pull request from a fork, or from Dependabot, has no right to upload.
      - uses: github/codeql-action/upload-sarif@v4
        if: \${{ !cancelled() && hashFiles('lockstep.sarif') != '' && github.actor != 'dependabot[bot]' && github.event.pull_request.head.repo.full_name == github.repository }}
        with:
          sarif_file: lockstep.sarif
`
}
