import { describe, expect, it } from 'vitest'
import { checkConnector } from '../../engine/check-connector.ts'
import { readGiven } from '../../testing/given-connector.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { requiredFiles } from './required-files.ts'

const whole = { isWholeFolder: true } as const
const all = ['README.MD', 'icon.png', 'intro.md']
const independent = { ...whole, profile: 'independent-publisher' } as const

testRuleFamily(requiredFiles, import.meta.url, {
  passes: [
    { name: 'everything is there', given: { ...whole, files: all } },
    { name: 'a file that exists but was not read', given: { ...whole, files: [...all, 'script.csx'] } },
    { name: 'a definition alone', given: { without: ['properties'] } },
    { name: 'an independent publisher without icon and introduction', given: { ...independent, files: ['readme.md'] } },
    { name: 'an image that is no icon', given: { ...independent, files: ['readme.md', 'images/icon.png'] } },
    { name: 'a custom connector', given: { ...whole, profile: 'custom' } },
  ],
  fails: [
    {
      name: 'no definition',
      given: { ...whole, files: all, without: ['definition'] },
      finds: [{ rule: 'file-definition-required', file: 'apiDefinition.swagger.json' }],
    },
    {
      name: 'a definition under another name',
      given: { ...whole, files: [...all, 'Shop.swagger.json'], without: ['definition'] },
      finds: [
        {
          rule: 'file-definition-required',
          what: 'There is no apiDefinition.swagger.json in the folder, but there is "Shop.swagger.json".',
        },
      ],
    },
    {
      name: 'no properties',
      given: { ...whole, files: all, without: ['properties'] },
      finds: [{ rule: 'file-properties-required', file: 'apiProperties.json' }],
    },
    {
      name: 'nothing but definition and properties',
      given: whole,
      finds: [
        { rule: 'file-readme-required', file: 'readme.md' },
        { rule: 'file-icon-required-verified', file: 'icon.png' },
        { rule: 'file-intro-required-verified', file: 'intro.md' },
      ],
    },
    {
      name: 'a readme with two endings',
      given: { ...independent, files: ['Readme.md.txt'] },
      finds: [
        {
          rule: 'file-readme-required',
          what: 'There is no readme.md in the folder, but there is "Readme.md.txt".',
        },
      ],
    },
    {
      name: 'an icon of an independent publisher',
      given: { ...independent, files: ['readme.md', 'Icon.png'] },
      finds: [{ rule: 'file-icon-forbidden-independent', file: 'Icon.png' }],
    },
  ],
})

describe('required files', () => {
  it('make icon and introduction errors for the package, and ask for no readme', () => {
    const { subject } = checkConnector(readGiven(whole), { families: [requiredFiles], target: 'package' })
    expect(subject.findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['file-icon-required-verified', 'error'],
      ['file-intro-required-verified', 'error'],
    ])
  })
  it('are not checked where the folder was not seen', () => {
    const { subject } = checkConnector(readGiven({}), { families: [requiredFiles] })
    expect(subject.findings).toEqual([])
    expect(subject.notChecked?.[0]?.rules).toContain('file-readme-required')
  })
})
