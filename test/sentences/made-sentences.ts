import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A sentence as the sources make it: `{}` for what varies. */
export interface Made {
  readonly template: string;
  /** `shared/domain/finding/decide.ts:57` */
  readonly where: string;
}

/** What a property of this name holds is said to people, whatever it looks like. */
const saidProperties: ReadonlySet<string> = new Set(['message', 'error', 'reason', 'detail']);
/** Every text of these files is said, piece by piece. */
const piecewise: ReadonlySet<string> = new Set(['shared/domain/finding/due-words.ts']);

/** Describe the API: of these only what a property says is found, and not every sentence. */
const describing: ReadonlySet<string> = new Set(
  ['event-catalogue', 'openapi', 'routes', 'link-routes'].map((name) => `shared/contracts/${name}.ts`),
);

/** Said to engineers, on a terminal, or in a log, and to nobody in a browser or by mail. */
const forEngineers = [
  'functions/_runtime/log-message.ts',
  'functions/build-pack/verifier-source.ts',
  // The offline verifier, the settings that a deployment is started with, and the stand-ins of cloud services.
  'shared/domain/pack/{check-*,listing,subject,read-manifest}.ts',
  'shared/domain/policy/{configured,encoded,policy}.ts',
  'shared/adapters/calendar/**',
  'shared/adapters/local/**',
];
/** Have words of their own, in each language. */
const ownWords = ['shared/domain/words/**', 'functions/link-pages/{pages,script,assets,words}/**'];

/** A sentence by its looks: begins with a capital, a quotation or with what varies, has words, and ends as one does. */
const looksSaid = (template: string): boolean => /^["“]?(?:[A-Z]|\{\}).* .*[.!?](?: \{\})?$/s.test(template);

const product = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce<readonly string[]>((made, list) => made.flatMap((before) => list.map((each) => before + each)), ['']);

type Declared = ReadonlyMap<string, ts.Expression>;

/** The constants of a file, by name. One name twice in a file counts as what it is last. */
const constantsOf = (source: ts.SourceFile): Declared => {
  const found = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      found.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const isText = (node: ts.Expression): boolean =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isConditionalExpression(node);

/** Every template that an expression may become; what is not written in the file is `{}`. */
const templatesOf = (node: ts.Expression, constants: Declared): readonly string[] => {
  const of = (inner: ts.Expression): readonly string[] => templatesOf(inner, constants);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return of(node.expression);
  if (ts.isConditionalExpression(node)) return [...of(node.whenTrue), ...of(node.whenFalse)];
  if (ts.isTemplateExpression(node))
    return product([
      [node.head.text],
      ...node.templateSpans.flatMap(({ expression, literal }) => [of(expression), [literal.text]]),
    ]);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return [...of(node.left), ...of(node.right)];
  const constant = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
  const texts = constant && isText(constant) ? of(constant) : ['{}'];
  // A sentence of its own is found where it is made.
  return texts.every(looksSaid) ? ['{}'] : texts;
};

/** What a said property may hold: as {@link templatesOf}, and each of a table's texts. */
const heldIn = (node: ts.Expression, constants: Declared): readonly string[] => {
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return [...heldIn(node.left, constants), ...heldIn(node.right, constants)];
  const table =
    ts.isElementAccessExpression(node) && ts.isIdentifier(node.expression)
      ? constants.get(node.expression.text)
      : undefined;
  return table && ts.isObjectLiteralExpression(table)
    ? table.properties.flatMap((each) =>
        ts.isPropertyAssignment(each) ? templatesOf(each.initializer, constants) : [],
      )
    : templatesOf(node, constants);
};

/** Words, and not a code or what is not written here. */
const hasWords = (template: string): boolean =>
  /[a-z]{2}/i.test(template) && template.replaceAll('{}', '').includes(' ');

const inFile = (path: string): readonly Made[] => {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = constantsOf(source);
  const found: Made[] = [];
  const note = (node: ts.Node, templates: readonly string[]): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    for (const template of templates)
      if (hasWords(template))
        found.push({ template: template.replaceAll(/(?:\{\})+/g, '{}'), where: `${path}:${line + 1}` });
  };
  const visit = (node: ts.Node): void => {
    // Faults are for engineers.
    if (ts.isThrowStatement(node) || (ts.isNewExpression(node) && /(?:Error|Fault)$/.test(node.expression.getText())))
      return;
    if (ts.isPropertyAssignment(node) && saidProperties.has(node.name.getText())) {
      note(node, heldIn(node.initializer, constants));
      // Others may lie within, in another's place.
      if (isText(node.initializer)) return;
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const templates = describing.has(path) ? [] : templatesOf(node, constants);
      note(node, piecewise.has(path) ? templates : templates.filter(looksSaid));
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** Every sentence that the API, the domain's checks and the letters' reasons may say to a person, in English. */
export const madeSentences = (): readonly Made[] =>
  globSync(['{shared,functions}/**/*.ts', 'local/http/{server,api-routes,local-routes}.ts'], {
    exclude: ['**/*.{test,fixture,contract}.ts', ...forEngineers, ...ownWords],
  })
    .toSorted()
    .flatMap(inFile);
