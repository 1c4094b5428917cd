import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { fileNaming } from './file-naming.ts'

const unexpected = 'file-no-unexpected-files'

testRuleFamily(fileNaming, import.meta.url, {
  passes: [
    {
      name: 'the files of a connector',
      given: { files: ['README.MD', 'intro.md', 'icon.png', 'script.csx', 'settings.json'] },
    },
    { name: 'the exact name beside another one', given: { files: ['sevenstep.config.json'] } },
    {
      name: 'a definition and a readme that have to be renamed',
      given: { isWholeFolder: true, without: ['definition'], files: ['shop.swagger.json', 'readme.md.txt'] },
    },
    { name: 'a custom connector with pictures', given: { profile: 'custom', files: ['images/a.png'] } },
  ],
  fails: [
    {
      name: 'lower case',
      given: { without: ['definition', 'properties'], files: ['apidefinition.swagger.json', 'ApiProperties.json'] },
      finds: [
        {
          rule: 'file-name-case',
          file: 'apidefinition.swagger.json',
          what: 'The file is called "apidefinition.swagger.json" instead of "apiDefinition.swagger.json".',
        },
        {
          rule: 'file-name-case',
          file: 'ApiProperties.json',
          what: 'The file is called "ApiProperties.json" instead of "apiProperties.json".',
        },
      ],
    },
    {
      name: 'a folder of pictures, which is one remark',
      given: { files: ['images/a.png', 'images/b.png', 'images/more/c.png'] },
      finds: [
        { rule: unexpected, file: 'images', what: 'The folder "images" with 3 files does not belong to a connector.' },
      ],
    },
    {
      name: 'archives, documents and old copies',
      given: { files: ['manual.pdf', 'Shop.zip', 'readme_old.md', 'icon.jpg'], profile: 'independent-publisher' },
      finds: ['manual.pdf', 'Shop.zip', 'readme_old.md', 'icon.jpg'].map((file) => ({ rule: unexpected, file })),
    },
    {
      name: 'a file named like a member of every object',
      given: { files: ['__proto__'] },
      finds: [{ rule: unexpected, file: '__proto__' }],
    },
  ],
})
