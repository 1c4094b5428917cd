import { type JsonSchema, mapOf, object, open, ref, text, truth } from './json-schema.ts'

const operationId = text('Id of the operation to call.')

const call = {
  operationId,
  parameters: mapOf(ref('referencedArgument'), 'What it is given.'),
  itemsPath: text('Path to the list in the answer.'),
  itemTitlePath: text('Path to the text shown, in an item.'),
  itemValuePath: text('Path to the value sent, in an item.'),
}

const treeCall = object(
  {
    ...call,
    itemIsParent: text('Path to the boolean that tells folders from leaves.'),
    itemFullTitlePath: text('Path to the full title.'),
  },
  ['operationId'],
)

/** The extensions that fill a list, a schema or a tree with what another operation returns. */
export const dynamicDefinitions: Readonly<Record<string, JsonSchema>> = {
  dynamicValues: object(
    {
      operationId,
      builtInOperation: text('An operation of the platform: AadGraph.GetUsers.'),
      capability: text('A capability declared at the root: file-picker.'),
      parameters: {
        type: 'object',
        description: 'What it is given: fixed values, or {"parameter": "name"} for the value of another parameter.',
      },
      'value-collection': text('Path to the list in the answer.'),
      'value-title': text('Path to the text shown, in an item.'),
      'value-path': text('Path to the value sent, in an item.'),
    },
    [],
    'Choices another operation returns.',
  ),
  dynamicList: object(
    { ...call, builtInOperation: text('An operation of the platform.') },
    [],
    'Choices another operation returns, with references that are never ambiguous.',
  ),
  dynamicSchema: object(
    {
      operationId,
      parameters: { type: 'object', description: 'What it is given.' },
      'value-path': text('Path to the schema in the answer.'),
    },
    ['operationId'],
    'A schema another operation returns.',
  ),
  dynamicProperties: object(
    {
      operationId,
      parameters: mapOf(ref('referencedArgument'), 'What it is given.'),
      itemValuePath: text('Path to the schema in the answer.'),
    },
    ['operationId'],
    'A schema another operation returns, with references that are never ambiguous.',
  ),
  dynamicTree: object(
    {
      settings: object(
        {
          canSelectParentNodes: truth('Whether folders can be chosen.'),
          canSelectLeafNodes: truth('Whether leaves can be chosen.'),
        },
        [],
        'What can be chosen.',
      ),
      open: { ...treeCall, description: 'Fills the first level.' },
      browse: { ...treeCall, description: 'Fills the level below the item chosen.' },
    },
    [],
    'A picker over a tree.',
  ),
  referencedArgument: object(
    {
      value: open('A fixed value.'),
      parameterReference: text('Path to another value the maker enters: parameter, or body/property.'),
      selectedItemValuePath: text('In the browse call of a tree: path to a value of the item chosen.'),
    },
    [],
    'One of a fixed value and a reference.',
  ),
  enumValue: object(
    { value: open('A value of enum.'), displayName: text('Its title.') },
    ['value', 'displayName'],
    'A title for a value.',
  ),
  capabilities: object(
    {
      testConnection: object(
        { operationId, parameters: { type: 'object', description: 'Fixed values it is given.' } },
        [],
        'A GET operation that tells whether a connection works.',
      ),
      'file-picker': object(
        {
          open: object({ operationId }, ['operationId'], 'Fills the first level.'),
          browse: object({ operationId }, ['operationId'], 'Fills the level below the item chosen.'),
          'value-title': text('Path to the title of an item.'),
          'value-path': text('Path to the value of an item.'),
          'value-collection': text('Path to the list of items.'),
          'value-folder-property': text('Path to what tells folders.'),
          'value-media-property': text('Path to the content type.'),
        },
        ['open', 'browse'],
        'Operations behind the file picker.',
      ),
    },
    [],
    'What the connector can do beyond its operations.',
  ),
}
