// The address of the server under test and the sign-ins of its demonstration.
import { readFileSync } from 'node:fs';

export const address = process.env.DAFTAR_TEST_URL ?? 'http://127.0.0.1:8080';

/** From the environment, else as the server printed it at its start. */
export function demoSignIn(role = 'comptable'): { email: string; password: string } {
  const { DAFTAR_TEST_EMAIL: email, DAFTAR_TEST_PASSWORD: password, DAFTAR_TEST_LOG: log } = process.env;
  if (email && password) return { email, password };
  const printed = log ? readFileSync(log, 'utf8') : '';
  const line = printed.split('\n').find((text) => text.toLowerCase().includes(role) && /\S+@\S+/.test(text));
  const found = line && /(\S+@\S+?)[\s,/:]+(?:mot de passe\s*:?\s*)?(\S+)/i.exec(line);
  if (!found) throw new Error(`No demo sign-in for « ${role} »: set DAFTAR_TEST_EMAIL and DAFTAR_TEST_PASSWORD.`);
  return { email: found[1]!, password: found[2]! };
}
