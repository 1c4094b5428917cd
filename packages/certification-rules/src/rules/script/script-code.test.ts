import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { scriptCode } from './script-code.ts'

const file = 'script.csx'
const method =
  '    public override async Task<HttpResponseMessage> ExecuteAsync()\n    {\n        return null;\n    }\n'
const script = (before = '', body = method, head = 'public class Script : ScriptBase') => ({
  script: `${before}${head}\n{\n${body}}\n`,
})

testRuleFamily(scriptCode, import.meta.url, {
  passes: [
    { name: 'a script', given: script() },
    { name: 'no script', given: {} },
    { name: 'a script that was not read', given: { files: [file] } },
    {
      name: 'supported namespaces in all ways',
      given: script('using System;\r\nusing static System.Math;\r\nusing Json = Newtonsoft.Json.Linq.JObject;\r\n'),
    },
    {
      name: 'full names and further bases',
      given: script(
        '',
        '  public async override System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage> ExecuteAsync () { }',
        'public partial class Script\n  : IDisposable, ScriptBase',
      ),
    },
    {
      name: 'what only looks like code',
      given: script(
        '// using System.Data;\n/*\nusing System.Data;\n*/\n',
        `${method}  string text = @"\nusing System.Data;\nnew HttpClient()";\n`,
      ),
    },
    {
      name: 'using as a statement',
      given: script('', `${method}void Read() { using (var a = Open()) { } using var b = Open(); }\n`),
    },
    {
      name: 'a message and a handler',
      given: script('', `${method}void Make() { new HttpRequestMessage(); new HttpClientHandler(); }\n`),
    },
  ],
  fails: [
    {
      name: 'nothing',
      given: { script: '' },
      finds: [{ rule: 'script-class', file, line: 1 }, { rule: 'script-execute-async' }],
    },
    {
      name: 'another name',
      given: script('\n', method, 'public class script : ScriptBase'),
      finds: [{ rule: 'script-class', file, line: 2, what: 'The class that extends ScriptBase is called "script".' }],
    },
    {
      name: 'another base',
      given: script('', method, 'public class Script : Base'),
      finds: [{ rule: 'script-class', what: 'The class Script does not extend ScriptBase.' }],
    },
    {
      name: 'a class in a comment',
      given: { script: `// class Script : ScriptBase\n${method}` },
      finds: [{ rule: 'script-class', what: 'The script has no class Script.' }],
    },
    {
      name: 'no override',
      given: script('', '    public async Task<HttpResponseMessage> ExecuteAsync() { }\n'),
      finds: [{ rule: 'script-execute-async', file, line: 3 }],
    },
    {
      name: 'another type',
      given: script('', '    public override Task ExecuteAsync() { }\n'),
      finds: [{ rule: 'script-execute-async', line: 3 }],
    },
    {
      name: 'only a call',
      given: script('', '    void Run() { await ExecuteAsync(); }\n'),
      finds: [{ rule: 'script-execute-async', line: 1, what: 'The script does not override ExecuteAsync.' }],
    },
    {
      name: 'more than a megabyte',
      given: script(`//${'x'.repeat(1024 * 1024)}\n`),
      finds: [{ rule: 'script-size', file, line: 1 }],
    },
    {
      name: 'a client of its own',
      given: script('', `${method}    void Send() { var client = new System.Net.Http.HttpClient(); }\n`),
      finds: [{ rule: 'script-no-httpclient', file, line: 7, what: 'The script makes its own HttpClient.' }],
    },
    {
      name: 'a client in short, and older means',
      given: script(
        '',
        `${method}HttpClient client = new();\nvar request = WebRequest.Create(address);\nvar old = new WebClient();\n`,
      ),
      finds: [
        { rule: 'script-no-httpclient', what: 'The script makes its own HttpClient.' },
        { rule: 'script-no-httpclient', what: 'The script makes its own WebRequest.' },
        { rule: 'script-no-httpclient', what: 'The script makes its own WebClient.' },
      ],
    },
    {
      name: 'a namespace that is not supported',
      given: script('using System;\n  using System.Data;\n'),
      finds: [{ rule: 'script-namespaces', file, line: 2, what: 'The script uses the namespace System.Data.' }],
    },
  ],
})
