import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byManifest, defineItems } from '../define-items.ts'

/** Step 2: permissions. */
export const permissionsItems: readonly ItemDefinition[] = defineItems(
  {
    step: 2,
    group: 'permissions',
    citation: {
      source: 'Microsoft Graph and Flow Service permissions',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/entra/identity-platform/permissions-consent-overview',
      dated: '2024-10-01',
      confidence: 'medium',
    },
  },
  [
    {
      name: 'flow-service-requested',
      number: '2.15',
      required: true,
      proof: byFile(),
      minutes: 15,
      when: { anyGoal: [{ goal: 'embed-ui', is: 'yes' }] },
      after: ['2.manifest-readable'],
      title: text('The registration asks for the Flow service', 'De registratie vraagt om de Flow-service'),
      what: text(
        'requiredResourceAccess lists the Power Automate service.',
        'requiredResourceAccess noemt de service van Power Automate.',
      ),
      why: text(
        'Without it no token for the widget is issued.',
        'Zonder deze vermelding komt er geen token voor de widget.',
      ),
      how: text(
        'Add the API 7df0a125-d3be-4c96-aa54-591f83ff541c.',
        'Voeg de API 7df0a125-d3be-4c96-aa54-591f83ff541c toe.',
      ),
    },
    {
      name: 'widget-scopes',
      number: '2.16',
      required: true,
      proof: byFile(),
      minutes: 15,
      when: { anyGoal: [{ goal: 'embed-ui', is: 'yes' }] },
      after: ['2.flow-service-requested'],
      title: text('The scopes each widget needs are there', 'De bereiken die elke widget nodig heeft, zijn er'),
      what: text(
        'Flows need Read and Manage, approvals their own two.',
        'Stromen vragen Read en Manage, goedkeuringen hun eigen twee.',
      ),
      why: text(
        'A widget without its scope shows an error to every user.',
        'Een widget zonder zijn bereik toont elke gebruiker een fout.',
      ),
      how: text('Show the scope ids in the manifest.', 'Toon de bereik-id’s in het manifest.'),
    },
    {
      name: 'least-privilege',
      number: '2.17',
      proof: byFile(),
      minutes: 15,
      after: ['2.manifest-readable'],
      title: text('No more scopes than needed', 'Niet meer bereiken dan nodig'),
      what: text(
        'Every Flow scope asked for is used by a feature.',
        'Elk gevraagd Flow-bereik wordt door een functie gebruikt.',
      ),
      why: text(
        'Administrators refuse what they cannot explain.',
        'Beheerders weigeren wat zij niet kunnen verklaren.',
      ),
      how: text('Name the feature beside each scope.', 'Noem bij elk bereik de functie.'),
    },
    {
      name: 'admin-scope-known',
      number: '2.18',
      proof: byManifest(['admin-scope']),
      minutes: 10,
      after: ['2.manifest-readable'],
      title: text('The scope that needs an administrator is known', 'Het bereik dat een beheerder vraagt, is bekend'),
      what: text(
        'If the scope “User” is asked for, you know that it takes admin consent.',
        'Vraagt u het bereik “User”, dan weet u dat een beheerder moet toestemmen.',
      ),
      why: text('Users alone cannot grant it and give up.', 'Gebruikers kunnen het niet zelf verlenen en haken af.'),
      how: text('Say why it is needed, or remove it.', 'Meld waarom het nodig is, of verwijder het.'),
    },
    {
      name: 'scopes-delegated',
      number: '2.19',
      required: true,
      proof: byManifest(['delegated-scopes', 'permission-entries']),
      minutes: 10,
      after: ['2.manifest-readable'],
      title: text('Flow permissions are delegated', 'Flow-machtigingen zijn gedelegeerd'),
      what: text(
        'Entries for the Flow service are of type Scope, not Role.',
        'Vermeldingen voor de Flow-service hebben type Scope, niet Role.',
      ),
      why: text('The service knows no application permissions.', 'De service kent geen toepassingsmachtigingen.'),
      how: text('Change the type in the manifest.', 'Wijzig het type in het manifest.'),
    },
    {
      name: 'dataverse-permission',
      number: '2.20',
      required: true,
      proof: byFile(),
      minutes: 10,
      when: { anyGoal: [{ goal: 'auto-deploy', is: 'yes' }] },
      after: ['2.manifest-readable'],
      title: text('Dataverse may be called for the user', 'Dataverse mag namens de gebruiker worden aangeroepen'),
      what: text(
        'user_impersonation of Dynamics CRM is asked for.',
        'user_impersonation van Dynamics CRM wordt gevraagd.',
      ),
      why: text(
        'Deploying solution flows goes through Dataverse.',
        'Oplossingsstromen implementeren loopt via Dataverse.',
      ),
      how: text(
        'Add the permission, or say which other route you take.',
        'Voeg de machtiging toe, of meld welke andere route u neemt.',
      ),
    },
    {
      name: 'powerapps-permission',
      number: '2.21',
      proof: byFile(),
      minutes: 10,
      when: { anyGoal: [{ goal: 'auto-deploy', is: 'yes' }] },
      after: ['2.manifest-readable'],
      title: text('Connections may be created for the user', 'Verbindingen mogen namens de gebruiker worden gemaakt'),
      what: text(
        'The User scope of the PowerApps service is asked for.',
        'Het bereik User van de PowerApps-service wordt gevraagd.',
      ),
      why: text(
        'Connectors and connections are created through that service.',
        'Connectors en verbindingen worden via die service gemaakt.',
      ),
      how: text(
        'Add it, or say that users create connections themselves.',
        'Voeg het toe, of meld dat gebruikers zelf verbindingen maken.',
      ),
    },
    {
      name: 'user-read',
      number: '2.22',
      required: true,
      proof: byFile(),
      minutes: 5,
      after: ['2.manifest-readable'],
      title: text('Reading the user’s profile is asked for', 'Het profiel van de gebruiker lezen wordt gevraagd'),
      what: text(
        'Graph User.Read is listed where you use user details.',
        'Graph User.Read staat vermeld waar u gebruikersgegevens gebruikt.',
      ),
      why: text('Without it the profile call is refused.', 'Zonder deze machtiging wordt het profiel geweigerd.'),
      how: text('Add it, or say that you use no profile.', 'Voeg het toe, of meld dat u geen profiel gebruikt.'),
    },
    {
      name: 'landing-page-scopes',
      number: '2.23',
      required: true,
      proof: byFile(),
      minutes: 15,
      when: { kinds: ['isv'], anyGoal: [{ goal: 'list-appsource', is: 'yes' }] },
      after: ['2.manifest-readable'],
      title: text('The landing page asks for little', 'De landingspagina vraagt weinig'),
      what: text(
        'Its registration needs no admin consent and admits personal accounts.',
        'De registratie vraagt geen beheerderstoestemming en laat persoonlijke accounts toe.',
      ),
      why: text(
        'A buyer must get in without calling an administrator.',
        'Een koper moet binnenkomen zonder een beheerder te bellen.',
      ),
      how: text(
        'Use a second registration, or ask for scopes step by step.',
        'Gebruik een tweede registratie, of vraag bereiken stapsgewijs.',
      ),
    },
  ],
)
