import { describe, expect, it } from 'vitest'
import { checkPackage } from '../../engine/check-package.ts'
import { type ArchiveTree, readArchiveTree, solutionTree } from '../../testing/build-package.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { packageLayout } from './package-layout.ts'
import { packageSolutions } from './package-solutions.ts'

const connector = solutionTree(['Connectors'], ['Connector'])
const flow = solutionTree(['Connectors', 'Workflows'], ['Connector', 'Workflows'])
const plugin = solutionTree(['Connectors', 'aicopilot_aiplugins'], ['Connector', 'aiplugins', 'aipluginoperations'])
const inner = { 'PkgAssets/shop.zip': connector, 'PkgAssets/flow.zip': flow }
const given = (tree: ArchiveTree) => ({ contents: readArchiveTree(tree) })
const around = (tree: ArchiveTree): ArchiveTree => ({ 'intro.md': '# Shop', 'package.zip': tree })

testRuleFamily(packageLayout, import.meta.url, {
  passes: [
    { name: 'a package', given: given(around(inner)) },
    { name: 'a package with a plug-in', given: given(around({ ...inner, 'PkgAssets/plugin.zip': plugin })) },
    { name: 'files beside the folder', given: given(around({ ...inner, '[Content_Types].xml': '', 'input.xml': '' })) },
    { name: 'the inner package, which may be looked at alone', given: given(inner) },
    { name: 'a solution, which may be looked at alone', given: given(connector) },
    { name: 'no archive', given: {} },
  ],
  fails: [
    {
      name: 'a folder around everything',
      given: given({ 'shop/intro.md': '', 'shop/package.zip': inner }),
      finds: [{ rule: 'package-root-layout', file: 'shop.zip!shop', what: 'The archive holds the folder "shop".' }],
    },
    {
      name: 'no introduction, and two packages',
      given: given({ 'a.zip': inner, 'b.zip': { 'x.txt': '' } }),
      finds: [
        { rule: 'package-root-layout', file: 'shop.zip' },
        { rule: 'package-root-layout', file: 'shop.zip' },
      ],
    },
    {
      name: 'the inner package, handed in',
      given: { ...given(inner), target: 'package' },
      finds: [{ rule: 'package-root-layout', file: 'shop.zip' }],
    },
    {
      name: 'a solution, handed in',
      given: { ...given(connector), target: 'package' },
      finds: [{ rule: 'package-root-layout', what: 'This is a solution, not a package.' }],
    },
    {
      name: 'solutions at the root of the package',
      given: given(around({ 'shop.zip': connector, 'flow.zip': flow })),
      finds: [{ rule: 'package-inner-folder', file: 'shop.zip!package.zip' }],
    },
    {
      name: 'another name for the folder, and a folder in it',
      given: given(around({ 'Assets/shop.zip': connector, 'Assets/flow.zip': flow, 'Assets/old': true })),
      finds: [
        {
          rule: 'package-inner-folder',
          file: 'shop.zip!package.zip!Assets',
          what: 'The folder in the package "shop.zip!package.zip" is called "Assets" instead of "PkgAssets".',
        },
        {
          rule: 'package-solution-count',
          file: 'shop.zip!package.zip!Assets/old',
          what: 'The folder "Assets" holds another folder, "old".',
        },
      ],
    },
    {
      name: 'two folders',
      given: given(around({ ...inner, docs: true })),
      finds: [
        {
          rule: 'package-inner-folder',
          file: 'shop.zip!package.zip!docs',
          what: 'The package "shop.zip!package.zip" holds 2 folders; it has to be exactly one, PkgAssets.',
        },
      ],
    },
    {
      name: 'one solution',
      given: given(around({ 'PkgAssets/flow.zip': flow })),
      finds: [
        {
          rule: 'package-solution-count',
          file: 'shop.zip!package.zip!PkgAssets',
          what: 'The folder "PkgAssets" holds 1 solutions; it has to be two, or three with a plug-in.',
        },
      ],
    },
    {
      name: 'a plug-in in one of two',
      given: given(around({ 'PkgAssets/shop.zip': connector, 'PkgAssets/plugin.zip': plugin })),
      finds: [{ rule: 'package-solution-count' }],
    },
    {
      name: 'what macOS leaves behind, in each archive',
      given: given({ ...around({ ...inner, 'PkgAssets/.DS_Store': 'x' }), '__MACOSX/._intro.md': 'x' }),
      finds: [
        {
          rule: 'package-zip-macos',
          file: 'shop.zip',
          what: 'The archive holds 1 entries of an operating system, "__MACOSX/._intro.md" among them.',
        },
        {
          rule: 'package-zip-macos',
          file: 'shop.zip!package.zip',
          what: 'The archive holds 1 entries of an operating system, "PkgAssets/.DS_Store" among them.',
        },
      ],
    },
  ],
})

describe('checkPackage', () => {
  const families = [packageLayout, packageSolutions]
  it('says nothing about a faultless package', () => {
    const { subject } = checkPackage(readArchiveTree(around(inner)), { families })
    expect(subject).toMatchObject({ kind: 'package', path: 'shop.zip', target: 'package', findings: [] })
  })
  it('judges an archive as what is handed in', () => {
    const { subject } = checkPackage(readArchiveTree(connector), { families })
    expect(subject.findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['package-root-layout', 'error'],
    ])
    expect(subject.notChecked?.[0]?.rules).toEqual(Object.keys(packageSolutions.rules).sort())
  })
})
