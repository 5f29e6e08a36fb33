import type { GeneratedFile } from '@elsa-portal/backstage-plugin-elsa-node';
import { execTool } from './helm';
import { type HelmMajor, withFiles } from './render';

const CHART: GeneratedFile[] = [
  {
    path: 'Chart.yaml',
    content: 'apiVersion: v2\nname: reader\nversion: 1.0.0\n',
  },
  {
    path: 'templates/read.yaml',
    // Helm reads values files with the same function.
    content: `{{- $read := dict }}
{{- range $path, $_ := .Files.Glob "documents/*" }}
{{- $_ := set $read $path ($.Files.Get $path | fromYaml) }}
{{- end }}
text: {{ $read | toJson | b64enc | quote }}
`,
  },
];

/**
 * What Go reads in documents of YAML, each with a map at its top, as Helm reads
 * them. A document that it cannot read is \`{ Error }\`.
 */
export function readWithGo(
  helm: HelmMajor,
  documents: string[],
): Promise<unknown[]> {
  const name = (index: number) =>
    `documents/${String(index).padStart(6, '0')}.yaml`;
  const files = documents.map((content, index) => ({
    path: name(index),
    content,
  }));
  return withFiles([...CHART, ...files], async folder => {
    const output = await execTool(helm, ['template', 'reader', folder]);
    const [, text] = /^text: "(.*)"$/m.exec(output) ?? [];
    const read = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
    return documents.map((_, index) => read[name(index)]);
  });
}
