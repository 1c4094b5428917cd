import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { jsonStyle } from './json-style.ts'

const text = (definition: string) => ({ definition })
const four = '{\n    "swagger": "2.0",\n    "info": {}\n}\n'

testRuleFamily(jsonStyle, import.meta.url, {
  passes: [
    { name: 'four blanks', given: text(four) },
    { name: 'one line', given: text('{"swagger":"2.0","info":{}}') },
    {
      name: 'a tab inside a text is not layout',
      given: text('{\n    "swagger": "2.0",\n    "info": { "title": "a\\tb" }\n}'),
    },
  ],
  fails: [
    {
      name: 'two blanks',
      given: text('{\n  "swagger": "2.0"\n}'),
      finds: [{ rule: 'style-indent-four-spaces', file: 'apiDefinition.swagger.json' }],
    },
    {
      name: 'tabs',
      given: text('{\n\t"swagger": "2.0",\n\t"info": {\n\t\t"title": "x"\n\t}\n}'),
      finds: [
        { rule: 'style-no-hard-tabs', line: 2, what: 'The definition is indented by tabs (4 lines).' },
        { rule: 'style-indent-four-spaces' },
      ],
    },
    {
      name: 'blanks at the ends of lines',
      given: text('{ \n    "swagger": "2.0",  \r\n    "info": {}\n}'),
      finds: [
        { rule: 'style-no-trailing-whitespace', line: 1, what: 'White space ends this line; lines that end so: 2.' },
      ],
    },
    {
      name: 'info behind paths',
      given: text('{"swagger":"2.0","paths":{},"info":{},"host":"x"}'),
      finds: [{ rule: 'style-key-order', at: '/info', what: '"info" stands behind "paths".' }],
    },
  ],
})
