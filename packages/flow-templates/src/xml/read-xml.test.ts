import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from './read-xml.ts'
import { XmlEditor } from './xml-editor.ts'
import { attributeOf, childOf, childrenOf, textOfChild, type XmlElement } from './xml-element.ts'

const text = `\ufeff<?xml version="1.0"?>
<!-- a <comment> -->
<a x="1" y='&lt;&#x41;"'>one<b/>two<![CDATA[<three>]]>
  <b z="\u{1f600}>" >inner</b>
</a>`

describe('readXml', () => {
  it('gives elements with their attributes, texts and places', () => {
    const { root, fault } = readXml(text)
    expect(fault).toBeUndefined()
    expect([root?.name, [...(root?.attributes ?? [])], root?.text]).toEqual([
      'a',
      [
        ['x', '1'],
        ['y', '<A"'],
      ],
      'onetwo<three>\n  \n',
    ])
    expect(cut(root)).toBe(text.slice(text.indexOf('<a ')))
    expect(root?.children.map(cut)).toEqual(['<b/>', '<b z="\u{1f600}>" >inner</b>'])
    expect(root?.children.map((child) => text.slice(child.contentStart, child.contentEnd))).toEqual(['', 'inner'])
  })

  function cut(element: XmlElement | undefined): string {
    return element === undefined ? '' : text.slice(element.start, element.end)
  }

  it('finds children and attributes in any case of letters', () => {
    const { root } = readXml('<r A="1"><Kid>x </Kid><kid xmlns:xsi="x" xsi:nil="true">y</kid></r>')
    expect([attributeOf(root, 'a'), attributeOf(root, 'b'), childrenOf(root, 'KID').length]).toEqual([
      '1',
      undefined,
      2,
    ])
    expect([
      textOfChild(root, 'kid'),
      textOfChild({ ...(root as XmlElement), children: [childrenOf(root, 'kid')[1] as XmlElement] }, 'kid'),
    ]).toEqual(['x', undefined])
    expect(childOf(root, 'none')).toBeUndefined()
  })

  const expansions = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('\n')
  const hostile: readonly (readonly [string, string, string])[] = [
    ['a billion laughs', `<!DOCTYPE r [<!ENTITY l0 "ha">\n${expansions}]><r>&l9;</r>`, 'xml-doctype'],
    ['an entity from a file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', 'xml-doctype'],
    ['a parameter entity', '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://x.example/"> %p;]><r/>', 'xml-doctype'],
    ['a bare document type', '<!DOCTYPE html><r/>', 'xml-doctype'],
    ['a document type without an end', '<!DOCTYPE r [<!ENTITY', 'xml-broken'],
    ['an entity nobody declared', '<r>&nbsp;</r>', 'xml-broken'],
    ['nesting without end', '<r>'.repeat(1_000_000), 'xml-too-deep'],
    ['a million and one elements', `<r>${'<a/>'.repeat(1_000_000)}</r>`, 'xml-too-many'],
    [
      'a million attributes',
      `<r${Array.from({ length: 1_000_001 }, (_, at) => ` a${at}=""`).join('')}/>`,
      'xml-too-many',
    ],
    ['no end', '<r><a>', 'xml-broken'],
    ['crossed tags', '<r><a></r></a>', 'xml-broken'],
    ['two roots', '<r/><r/>', 'xml-broken'],
    ['nothing', '', 'xml-broken'],
    ['an attribute twice', '<r a="1" a="2"/>', 'xml-broken'],
    ['a bracket in an attribute', '<r a="<"/>', 'xml-broken'],
    ['a character XML does not have', '<r>\0</r>', 'xml-broken'],
    ['a reference to one', '<r>&#0;</r>', 'xml-broken'],
  ]
  it.each(hostile)('stops at %s', (_, given, code) => {
    expect(readXml(given).fault?.code).toBe(code)
  })

  it('reads an attribute of 50 MB as what it is', () => {
    const { root, fault } = readXml(`<r a="${'x'.repeat(50_000_000)}"/>`)
    expect([fault, root?.attributes.get('a')?.length]).toEqual([undefined, 50_000_000])
  })

  it.each([
    ['an ampersand in an attribute', '<r>\n<a b="x & y"/>\n<c/></r>', '& y', '"&" stands alone; it is written &amp;'],
    [
      'in a text, with a semicolon far behind',
      '<r><a>R&D</a><b>x; y</b></r>',
      '&D',
      '"&" stands alone; it is written &amp;',
    ],
    ['an entity of HTML', '<r><a>x</a><b>&nbsp;</b></r>', '&nbsp;', 'the entity &nbsp; is not one of XML’s five'],
  ])('points at %s', (_, given, place, detail) => {
    expect(readXml(given).fault).toEqual({ code: 'xml-broken', detail, offset: given.indexOf(place) })
  })

  it('takes no ampersand for the fault that stands in a comment or a section before it', () => {
    const given = '<r><!-- R&D --><a><![CDATA[R&D]]></a><b></r>'
    expect(readXml(given).fault?.offset).toBeGreaterThan(given.indexOf('<b>'))
  })

  it('keeps what was complete before a fault', () => {
    const { root, fault } = readXml('<r><a>1</a><b>2</c></r>')
    expect([root?.children.map(({ name, text }) => [name, text]), fault?.offset]).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
      ],
      19,
    ])
  })

  it('never throws, and every element stands where it says', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="1"/>',
      "<b y='2'>",
      '</b>',
      'text',
      '&amp;',
      '<!-- c -->',
      '<![CDATA[x]]>',
      '\r\n',
      '<?pi x?>',
      '\u{1f600}',
      '&x;',
      '<',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const given = `<r>${pieces.join('')}</r>`
        const { root } = readXml(given)
        const open = root === undefined ? [] : [root]
        for (let element = open.pop(); element !== undefined; element = open.pop()) {
          expect(given.startsWith(`<${element.name}`, element.start)).toBe(true)
          expect(element.contentStart).toBeGreaterThan(element.start)
          expect(element.contentEnd).toBeGreaterThanOrEqual(element.contentStart)
          expect(element.end).toBeGreaterThanOrEqual(element.contentEnd)
          open.push(...element.children)
        }
      }),
    )
  })
})

describe('XmlEditor', () => {
  const given = '<r>\n  <v a = \'1\' b="2">old</v><e /><f></f>\n</r>'
  const edited = (change: (editor: XmlEditor, child: (name: string) => XmlElement) => void): string => {
    const { root } = readXml(given)
    const editor = new XmlEditor(given)
    change(editor, (name) => {
      const child = childOf(root, name)
      if (child === undefined) throw new Error(name)
      return child
    })
    return apply(given, editor)
  }
  const apply = (before: string, { edits }: XmlEditor): string =>
    [...edits]
      .sort((left, right) => right.start - left.start)
      .reduce((all, { start, end, text: added }) => all.slice(0, start) + added + all.slice(end), before)

  it.each<[string, (editor: XmlEditor, child: (name: string) => XmlElement) => void, string]>([
    ['sets a text', (editor, child) => editor.setText(child('v'), 'a<b&c'), given.replace('old', 'a&lt;b&amp;c')],
    ['opens an empty element', (editor, child) => editor.setText(child('e'), 'x'), given.replace('<e />', '<e>x</e>')],
    ['fills a pair of tags', (editor, child) => editor.setText(child('f'), 'x'), given.replace('<f></f>', '<f>x</f>')],
    [
      'sets an attribute',
      (editor, child) => editor.setAttribute(child('v'), 'a', '"x"\n'),
      given.replace("'1'", '"&quot;x&quot;&#xA;"'),
    ],
    [
      'adds an attribute',
      (editor, child) => editor.setAttribute(child('e'), 'n', '1'),
      given.replace('<e />', '<e n="1" />'),
    ],
  ])('%s', (_, change, expected) => {
    expect(edited(change)).toBe(expected)
  })

  it('writes texts that are read back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (value, attribute) => {
        // What XML cannot hold is left out.
        fc.pre(!/[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/u.test(value + attribute))
        const { root } = readXml('<r a="x">y</r>')
        if (root === undefined) throw new Error('unread')
        const editor = new XmlEditor('<r a="x">y</r>')
        editor.setText(root, value)
        editor.setAttribute(root, 'a', attribute)
        const { root: again, fault } = readXml(apply('<r a="x">y</r>', editor))
        expect([fault, again?.text, again?.attributes.get('a')]).toEqual([undefined, value, attribute])
      }),
    )
  })
})
