import { html } from 'hono/html'
import type { OpenApi } from '../../derive/openapi/document.ts'
import type { Operation } from '../../derive/openapi/operations.ts'

interface Entry {
  method: string
  path: string
  operation: Operation
}

/** The document as one page that needs no script and no other host. */
export function docsPage({ info, paths, components }: OpenApi, nonce: string) {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({ method: method.toUpperCase(), path, operation })),
  )
  const tags = [...new Set(entries.flatMap(({ operation }) => operation.tags))]
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${String(info.title)} API</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body>
<main>
<h1>${String(info.title)} API</h1>
<p>${String(info.description)} For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Parts"><ul>${tags.map((tag) => html`<li><a href="#${tag}">${tag}</a></li>`)}</ul></nav>
${tags.map((tag) => partOf(tag, entries))}
<section><h2 id="schemas">Schemas</h2>
${Object.entries(components.schemas).map(([name, schema]) => html`<details id="${name}"><summary><code>${name}</code></summary>${json(schema)}</details>`)}
</section>
</main>
</body>
</html>`
}

function partOf(tag: string, entries: readonly Entry[]) {
  const own = entries.filter(({ operation }) => operation.tags.includes(tag))
  return html`<section><h2 id="${tag}">${tag}</h2>${own.map(detailsOf)}</section>`
}

function detailsOf({ method, path, operation }: Entry) {
  const { operationId, summary, parameters = [], requestBody, responses } = operation
  return html`<details id="${operationId}">
<summary><b>${method}</b> <code>${path}</code> ${summary}</summary>
${parameters.length > 0 && html`<h3>Parameters</h3><ul>${parameters.map(parameterOf)}</ul>`}
${requestBody && html`<h3>Body</h3>${json(contentOf(requestBody))}`}
<h3>Answers</h3>
<ul>${Object.entries(responses).map(([status, answer]) => html`<li><b>${status}</b> ${String(answer.description)}</li>`)}</ul>
</details>`
}

function parameterOf({ name, in: place, required, description }: Record<string, unknown>) {
  return html`<li><code>${String(name)}</code> (${String(place)}${required ? ', required' : ''})${description ? ` ${description}` : ''}</li>`
}

function contentOf({ content }: Record<string, unknown>): unknown {
  return content
}

function json(value: unknown) {
  return html`<pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`
}

const styles = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 60rem; margin: 0 auto; padding: 1rem }
  nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1rem; padding: 0; list-style: none }
  details { border-top: 1px solid; padding: .25rem 0 }
  summary { cursor: pointer; padding: .25rem 0; overflow-wrap: anywhere }
  summary b { display: inline-block; min-width: 4.5rem }
  pre { overflow: auto; max-height: 30rem; padding: .5rem; border: 1px solid }
`
