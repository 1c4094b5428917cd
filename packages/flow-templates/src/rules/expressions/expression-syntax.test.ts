import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { expressionSyntax } from './expression-syntax.ts'

const keep = (inputs: unknown) => ({ definition: { actions: { Keep: { type: 'Compose', inputs } } } })
const at = '/properties/definition/actions/Keep/inputs'
const rule = 'expression-syntax'

testRuleFamily(expressionSyntax, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'an escaped sign', given: keep('@@concat(') },
    {
      name: 'what people read',
      given: { definition: { actions: { Keep: { type: 'Compose', inputs: 1, description: '@concat(' } } } },
    },
    { name: 'as many arguments as there may be', given: keep("@concat('a', guid('D'), substring('abc', 1), min(1))") },
    { name: 'a function of which nothing is said', given: keep("@sort(createArray(1), 'a', 'b')") },
    { name: '8192 characters', given: keep('@{utcNow()}'.padEnd(8192, 'a')) },
  ],
  fails: [
    ...[
      '@concat(',
      "@concat('a'",
      "@body('a)",
      '@a b',
      '@{utcNow()',
      '@{}',
      '@',
      '@concat(1 2)',
      "@body('a')?",
      "@body('a')['b'",
      '@"a"',
      '@1 + 2',
    ].map((text) => ({ name: text, given: keep(text), finds: [{ rule, at }] })),
    {
      name: 'where it is',
      given: keep("@if(equals(1, 2), 'a' 'b')"),
      finds: [
        {
          rule,
          at,
          what: `This expression cannot be read at character 23: "'" stands here instead of "," or ")" ("…als(1, 2), 'a' 'b')").`,
        },
      ],
    },
    {
      name: 'in a key',
      given: keep({ '@{utcNow(}': 1 }),
      finds: [{ rule, at: `${at}/@{utcNow(}` }],
    },
    {
      name: '8193 characters',
      given: keep('@{utcNow()}'.padEnd(8193, 'a')),
      finds: [{ rule: 'expression-length', at }],
    },
    ...[
      ["@replace('a', 'b')", 'replace() at character 2 gets 2 arguments, and takes 3.'],
      ['@createArray()', 'createArray() at character 2 gets no argument, and takes 1 or more.'],
      ["@toUpper(trim('a', 'b'))", 'trim() at character 10 gets 2 arguments, and takes 1.'],
      ["@{triggerBody('a')}", 'triggerBody() at character 3 gets 1 argument, and takes none.'],
      ["@Substring('a')", 'Substring() at character 2 gets 1 argument, and takes 2 to 3.'],
    ].map(([text = '', what = '']) => ({
      name: text,
      given: keep(text),
      finds: [{ rule: 'expression-arguments', at, what }],
    })),
    {
      name: 'functions there are not',
      given: keep("@{uppercase('a')} and @{concat(lowercase('B'), toLower('C'))}"),
      finds: [
        { rule: 'expression-function-known', at, what: 'The function "uppercase" at character 3 is not known.' },
        { rule: 'expression-function-known', at, what: 'The function "lowercase" at character 32 is not known.' },
      ],
    },
  ],
})
