/** Who may import whom. The order of the folders is the order of the layers; nothing imports upwards, and nothing tests. */
const test = '\\.test\\.ts$|\\.fixture\\.ts$|^test/';
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: { pathNot: to },
});

module.exports = {
  forbidden: [
    only('domain-is-pure', '^shared/domain/', [
      '^shared/domain/',
      '^node_modules/(zod|temporal-polyfill|temporal-spec)/',
    ]),
    only('contracts-know-domain', '^shared/contracts/', ['^shared/(contracts|domain)/', '^node_modules/zod/']),
    only('ports-know-domain', '^shared/ports/', ['^shared/(ports|domain)/']),
    only('use-cases-know-ports', '^shared/use-cases/', [
      '^shared/(use-cases|ports|contracts|domain)/',
      '^node_modules/zod/',
    ]),
    {
      name: 'adapters-know-ports',
      severity: 'error',
      from: { path: '^shared/adapters/', pathNot: test },
      to: { path: '^(functions|workflows|infra|local|demo|web|shared/use-cases)/' },
    },
    {
      name: 'functions-know-use-cases',
      severity: 'error',
      from: { path: '^functions/', pathNot: [test, '/handler\\.ts$', '^functions/_runtime/aws/'] },
      to: { path: '^(shared/adapters|workflows|infra|local|demo|web)/' },
    },
    {
      name: 'composition-knows-adapters',
      severity: 'error',
      from: { path: ['^functions/[^_].*/handler\\.ts$', '^functions/_runtime/aws/'] },
      to: { path: '^(workflows|infra|local|demo|web|shared/adapters/local)/' },
    },
    {
      name: 'one-function-does-not-know-another',
      severity: 'error',
      from: { path: '^functions/([^_/][^/]*)/' },
      to: { path: '^functions/[^_]', pathNot: '^functions/$1/' },
    },
    {
      name: 'workflows-know-contracts',
      severity: 'error',
      from: { path: '^workflows/', pathNot: test },
      to: { path: '^(functions|infra|local|demo|web|shared/(use-cases|adapters|ports))/' },
    },
    {
      name: 'infra-knows-workflows',
      severity: 'error',
      from: { path: '^infra/', pathNot: test },
      to: { path: '^(local|demo|web|shared/use-cases)/' },
    },
    {
      name: 'infra-knows-functions-by-type-only',
      severity: 'error',
      from: { path: '^infra/', pathNot: test },
      to: { path: '^functions/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'infra-knows-table-and-calendar-only',
      severity: 'error',
      from: { path: '^infra/', pathNot: test },
      to: { path: '^shared/adapters/', pathNot: '^shared/adapters/(aws/dynamodb/(table|keys)|calendar/.*)\\.ts$' },
    },
    {
      name: 'holidays-are-looked-up-before',
      comment:
        'Where a policy is resolved, and never in a function: the rules are large, and change with each release.',
      severity: 'error',
      from: { pathNot: [test, '^(infra|local|scripts)/', '^shared/adapters/calendar/'] },
      to: { path: '^shared/adapters/calendar/|^node_modules/date-holidays' },
    },
    only('upload-knows-contracts', '^shared/upload/', [
      '^shared/(upload|contracts|domain)/',
      '^node_modules/(zod|@noble/hashes)/',
    ]),
    only('preview-knows-domain', '^shared/preview/', ['^shared/(preview|domain)/', '^node_modules/pdfjs-dist/']),
    {
      name: 'browsers-know-upload-and-preview',
      comment: 'They run in a browser: in the application and on the pages of links.',
      severity: 'error',
      from: { pathNot: [test, '^(shared/(upload|preview)|web|functions/link-pages/script)/'] },
      to: { path: '^shared/(upload|preview)/' },
    },
    {
      name: 'web-knows-contracts-and-domain',
      severity: 'error',
      from: { path: '^web/', pathNot: test },
      to: { path: '^(functions|workflows|infra|local|demo|shared/(use-cases|adapters|ports))/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: test },
      to: { path: test },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, path: '^[^n]' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|demo-out|docs)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
