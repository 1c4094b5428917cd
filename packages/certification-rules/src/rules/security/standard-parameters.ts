import type { JsonValue } from '@sevenstep/located-json'

/** Connection parameters as Microsoft's wizard makes them, under the names the platform knows. */
const standardParameters: Readonly<Record<string, JsonValue>> = {
  username: {
    type: 'string',
    uiDefinition: {
      displayName: 'User name',
      description: 'The user name to sign in with.',
      tooltip: 'Enter your user name.',
      constraints: { tabIndex: 2, clearText: true, required: 'true' },
    },
  },
  password: {
    type: 'securestring',
    uiDefinition: {
      displayName: 'Password',
      description: 'The password to sign in with.',
      tooltip: 'Enter your password.',
      constraints: { tabIndex: 3, clearText: false, required: 'true' },
    },
  },
  api_key: {
    type: 'securestring',
    uiDefinition: {
      displayName: 'API key',
      description: 'The API key to sign in with.',
      tooltip: 'Enter your API key.',
      constraints: { tabIndex: 2, clearText: false, required: 'true' },
    },
  },
}

/** The parameter of that name as it usually is; nothing for a name the platform does not know. */
export function standardParameter(name: string): JsonValue | undefined {
  return Object.hasOwn(standardParameters, name) ? standardParameters[name] : undefined
}
