import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { scriptOperations } from './script-operations.ts'

const exist = 'script-operations-exist'
const at = '/properties/scriptOperations'
const files = ['script.csx']
const operations = (...names: readonly unknown[]) => ({ properties: { scriptOperations: names } })
const longId = { get: { operationId: 'ListDrivers', responses: { 200: { description: 'x' } } } }
const definition = { paths: { '/cars': { get: { ...longId.get, operationId: 'GetCar' } }, '/drivers': longId } }

testRuleFamily(scriptOperations, import.meta.url, {
  passes: [
    { name: 'no script', given: { isWholeFolder: true } },
    { name: 'a script for an operation', given: { ...operations('GetCar'), files, isWholeFolder: true } },
    { name: 'a script for all operations', given: { ...operations(), files } },
    { name: 'an empty list without a script, as tools write it', given: { ...operations(), isWholeFolder: true } },
    { name: 'properties alone', given: { ...operations('Anything'), without: ['definition'] } },
    { name: 'a definition that was cut off', given: { ...operations('GetCar'), definition: '{ "paths": { "/a": {' } },
  ],
  fails: [
    {
      name: 'a misspelt id, and a mend',
      given: { ...operations('ListDriver', 'GetCar'), definition, files },
      finds: [
        {
          rule: exist,
          at: `${at}/0`,
          what: 'scriptOperations names "ListDriver", and no operation has that id; "ListDrivers" is near.',
        },
      ],
      mended: { ...operations('ListDrivers', 'GetCar'), definition },
    },
    {
      name: 'an id of nothing, which goes',
      given: { ...operations('GetCar', 'DeleteEverything'), definition, files },
      finds: [{ rule: exist, at: `${at}/1` }],
      mended: { ...operations('GetCar'), definition },
    },
    {
      name: 'the only id, which stays because an empty list means all',
      given: { ...operations('DeleteEverything'), definition, files },
      finds: [{ rule: exist, at: `${at}/0` }],
      mended: { ...operations('DeleteEverything'), definition },
    },
    {
      name: 'a misspelt id whose right form is listed',
      given: { ...operations('GetCar', 'getcar'), definition, files },
      finds: [{ rule: exist, at: `${at}/1`, what: 'scriptOperations names "getcar", and no operation has that id.' }],
      mended: { ...operations('GetCar'), definition },
    },
    { name: 'a number', given: { ...operations(7, 'GetCar'), files }, finds: [{ rule: exist, at: `${at}/0` }] },
    {
      name: 'no script',
      given: { ...operations('GetCar'), isWholeFolder: true },
      finds: [{ rule: 'script-file-present', at }],
    },
    {
      name: 'a script under another name',
      given: { ...operations('GetCar'), files: ['Script.cs'], isWholeFolder: true },
      finds: [
        {
          rule: 'script-file-present',
          at,
          what: 'scriptOperations is set, and the script is called "Script.cs" instead of "script.csx".',
        },
      ],
    },
    {
      name: 'a script for nothing in particular',
      given: { definition, files, properties: { properties: { capabilities: [] } } },
      finds: [{ rule: 'script-operations-declared', at: '/properties' }],
      mended: {
        definition,
        properties: { properties: { capabilities: [], scriptOperations: ['GetCar', 'ListDrivers'] } },
      },
    },
  ],
})
