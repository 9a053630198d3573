// What the scripts share: where the simulator is, how to act as a person there, and how to report.
export const env = JSON.parse(process.env.SIMULATOR);

export async function act(action, body = {}) {
  const response = await fetch(`${env.origin}/sim/${action}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${action}: ${await response.text()}`);
  return response.json();
}

export async function scenario(name, run) {
  const timer = setTimeout(() => { console.log(`FAILED ${name}: took over 20 s`); process.exit(1); }, 20_000);
  try {
    await run();
    console.log(`passed ${name}`);
  } catch (error) {
    console.log(`FAILED ${name}: ${error?.stack ?? error}`);
    process.exitCode = 1;
  } finally {
    clearTimeout(timer);
  }
}

export function check(condition, what) {
  if (!condition) throw new Error(`not so: ${what}`);
}

export async function rejects(promise, code) {
  try {
    await promise;
  } catch (error) {
    if (error.code === code) return error;
    throw new Error(`expected code ${code}, got ${error.code}: ${error.message}`);
  }
  throw new Error(`expected code ${code}, but it was accepted`);
}
