// The control desk of the simulator, as the page uses it.

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || `Fout ${response.status}`);
  return body;
}

export async function get(path) {
  return answer(await fetch(`/sim/${path}`));
}

export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answer(await fetch(`/sim/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

export async function upload(path, fields, file) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
  form.append("file", file, file.name);
  return answer(await fetch(`/sim/${path}`, { method: "POST", body: form }));
}

export async function sample(name, type) {
  const response = await fetch(`/page/samples/${name}`);
  return new File([await response.blob()], name, { type });
}

export function listen(onNews, onState) {
  const source = new EventSource("/sim/events");
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
  source.onmessage = (event) => onNews(JSON.parse(event.data));
}
