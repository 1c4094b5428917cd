import { exampleIntro } from '../example/texts.ts'
import { exampleConnector } from '../example-connector.ts'
import { writeJson } from '../mutable-connector.ts'
import type { ArchiveFolder, ArchiveInside, CertificationPackage } from './package-tree.ts'

/** A certification package of the example connector with its connector solution and its flow solution. */
export function examplePackage(): CertificationPackage {
  return {
    'intro.md': exampleIntro,
    'ContosoHarbour.zip': {
      archive: {
        PkgAssets: { 'ContosoHarbourConnector.zip': connectorSolution(), 'ContosoHarbourFlow.zip': flowSolution() },
      },
    },
  }
}

/** The same with the third solution, that of a plugin. */
export function examplePackageWithPlugin(): CertificationPackage {
  const plugin = {
    ...solution(
      'ContosoHarbourPlugin',
      '<Connectors><Connector /></Connectors><aicopilot_aiplugins><aicopilot_aiplugin /></aicopilot_aiplugins>',
    ),
    Connector: connectorFolder(),
    aiplugins: { 'contoso.json': '{}\n' },
    aipluginoperations: { 'read.json': '{}\n' },
  }
  const assets = {
    'ContosoHarbourConnector.zip': connectorSolution(),
    'ContosoHarbourFlow.zip': flowSolution(),
    'ContosoHarbourPlugin.zip': { archive: plugin },
  }
  return { 'intro.md': exampleIntro, 'ContosoHarbour.zip': { archive: { PkgAssets: assets } } }
}

function connectorSolution(): ArchiveInside {
  return {
    archive: {
      ...solution('ContosoHarbourConnector', '<Connectors><Connector /></Connectors>'),
      Connector: connectorFolder(),
    },
  }
}

function flowSolution(): ArchiveInside {
  const nodes = '<Workflows><Workflow /></Workflows><Connectors><Connector /></Connectors>'
  return {
    archive: {
      ...solution('ContosoHarbourFlow', nodes),
      Connector: connectorFolder(),
      Workflows: {
        'BookBerth-0A1B2C3D.json': '{ "properties": { "definition": { "actions": {}, "triggers": {} } } }\n',
      },
    },
  }
}

function solution(name: string, nodes: string): ArchiveFolder {
  return {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" />\n',
    'solution.xml': `<ImportExportXml><SolutionManifest><UniqueName>${name}</UniqueName><Version>1.0.0.1</Version><Managed>0</Managed></SolutionManifest></ImportExportXml>\n`,
    'customizations.xml': `<ImportExportXml>${nodes}</ImportExportXml>\n`,
  }
}

function connectorFolder(): ArchiveFolder {
  const { definition = {}, properties = {}, icon = new Uint8Array() } = exampleConnector()
  const name = 'contoso_harbour'
  return {
    [`${name}_openapidefinition.json`]: writeJson(definition),
    [`${name}_connectionparameters.json`]: writeJson(properties),
    [`${name}_iconblob.png`]: icon,
  }
}
