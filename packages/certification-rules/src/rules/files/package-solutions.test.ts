import { type ArchiveTree, readArchiveTree, solutionTree } from '../../testing/build-package.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { packageSolutions } from './package-solutions.ts'

const connector = solutionTree(['Connectors'], ['Connector'])
const flow = solutionTree(['Connectors', 'Workflows'], ['Connector', 'Workflows'])
const pluginParts = ['Connector', 'aiplugins', 'aipluginoperations']
const plugin = solutionTree(['Connectors', 'aicopilot_aiplugins'], pluginParts)
const prefix = 'shop.zip!package.zip!PkgAssets/'

const given = (shop: ArchiveTree, other: ArchiveTree, third?: ArchiveTree) => ({
  contents: readArchiveTree({
    'intro.md': '# Shop',
    'package.zip': {
      'PkgAssets/a.zip': shop,
      'PkgAssets/b.zip': other,
      ...(third !== undefined && { 'PkgAssets/c.zip': third }),
    },
  }),
})

testRuleFamily(packageSolutions, import.meta.url, {
  passes: [
    { name: 'connector and flow', given: given(connector, flow) },
    { name: 'connector, flow and plug-in', given: given(connector, flow, plugin) },
    { name: 'an archive that is no package', given: { contents: readArchiveTree({ 'a.txt': '' }) } },
  ],
  fails: [
    {
      name: 'a folder around a solution',
      given: given(connector, { ...flow, 'solution.xml': true, 'shop/solution.xml': '' }),
      finds: [{ rule: 'package-solution-files', file: `${prefix}b.zip` }],
    },
    {
      name: 'an archive that is no solution',
      given: given(connector, flow, { 'a.txt': '' }),
      finds: [
        { rule: 'package-solution-files', file: `${prefix}c.zip` },
        { rule: 'package-solution-files', file: `${prefix}c.zip` },
        { rule: 'package-solution-files', file: `${prefix}c.zip` },
        { rule: 'package-plugin-solution', file: 'shop.zip!package.zip' },
      ],
    },
    {
      name: 'the flow twice',
      given: given(flow, flow),
      finds: [{ rule: 'package-connector-solution', what: 'No solution of the package holds the connector alone.' }],
    },
    {
      name: 'a connector without its folder',
      given: given(solutionTree(['Connectors'], []), flow),
      finds: [{ rule: 'package-connector-solution', file: `${prefix}a.zip` }],
    },
    {
      name: 'a flow without the connector',
      given: given(connector, solutionTree(['Workflows'], ['Workflows'])),
      finds: [{ rule: 'package-flow-solution', file: 'shop.zip!package.zip' }],
    },
    {
      name: 'a flow without its folder',
      given: given(connector, solutionTree(['Connectors', 'Workflows'], ['Connector'])),
      finds: [
        {
          rule: 'package-flow-solution',
          what: 'The solution "PkgAssets/b.zip" names a connector and a flow but has no folder Workflows.',
        },
      ],
    },
    {
      name: 'three solutions without a plug-in',
      given: given(connector, flow, solutionTree(['Workflows'], ['Workflows'])),
      finds: [{ rule: 'package-plugin-solution', file: 'shop.zip!package.zip' }],
    },
    {
      name: 'a plug-in without its operations',
      given: given(connector, flow, solutionTree(['Connectors', 'aicopilot_aiplugins'], ['Connector', 'aiplugins'])),
      finds: [
        {
          rule: 'package-plugin-solution',
          what: 'The solution "PkgAssets/c.zip" holds a plug-in but has no folder aipluginoperations.',
        },
      ],
    },
    {
      name: 'folders of a plug-in that is not named',
      given: given(connector, flow, solutionTree(['Connectors'], pluginParts)),
      finds: [
        {
          rule: 'package-plugin-solution',
          file: `${prefix}c.zip`,
          what: 'The solution "PkgAssets/c.zip" has folders of a plug-in but names none.',
        },
      ],
    },
    {
      name: 'a plug-in without the connector',
      given: given(connector, flow, solutionTree(['aicopilot_aiplugins'], ['aiplugins', 'aipluginoperations'])),
      finds: [{ rule: 'package-plugin-solution', file: `${prefix}c.zip` }],
    },
  ],
})
