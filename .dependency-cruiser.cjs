/**
 * The arrows of the architecture: renderer -> shared, main/host -> shared, main/desktop -> main/host + shared,
 * main/cli -> main/host + shared. Nothing imports renderer or main/desktop, and shared/ touches no runtime.
 */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(main|shared|renderer|tests)/', pathNot: [from, ...allowed] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('shared-stands-alone', '^shared/', []),
    only('host-uses-shared', '^main/host/', ['^shared/']),
    only('desktop-uses-host', '^main/desktop/', ['^main/host/', '^shared/']),
    only('cli-uses-host', '^main/cli/', ['^main/host/', '^shared/']),
    only('renderer-uses-shared', '^renderer/', ['^shared/']),
    {
      name: 'shared-touches-no-runtime',
      comment: 'The core runs in every runtime: only pure libraries may be imported.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '.*', pathNot: ['^shared/', '^node_modules/(zod|@noble|yjs|y-protocols|lib0)/'] },
    },
    {
      name: 'core-knows-no-wording',
      comment: 'Sentences belong to the edges: of shared/, the client alone shows any.',
      severity: 'error',
      from: { path: '^shared/', pathNot: ['^shared/wording/', '^shared/client/', '^shared/papers/'] },
      to: { path: '^shared/wording/' },
    },
    {
      name: 'electron-at-the-top',
      comment: 'One composition file and the preload import Electron when they run; all else takes what it needs.',
      severity: 'error',
      from: { pathNot: '^main/desktop/(preload/)?index\\.ts$' },
      to: { path: '^node_modules/electron/(?!package\\.json$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
