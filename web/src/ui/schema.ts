// Forms drawn from the description that the server publishes of its own types.
export interface FieldSchema {
  type?: string | string[];
  format?: string;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  description?: string;
  anyOf?: FieldSchema[];
  oneOf?: FieldSchema[];
  $ref?: string;
}
export interface ObjectSchema {
  properties?: Record<string, FieldSchema>;
  required?: string[];
}
export interface OpenApi {
  components?: { schemas?: Record<string, ObjectSchema & FieldSchema> };
}

export type Control = 'text' | 'long' | 'number' | 'date' | 'check' | 'choice' | 'email' | 'amount';

export interface FormItem {
  name: string;
  control: Control;
  required: boolean;
  choices: string[];
  lengthMax: number | undefined;
  hint: string;
}

/** Follows references and looks through "or nothing". */
export function resolveField(field: FieldSchema, api: OpenApi): FieldSchema {
  if (field.$ref) {
    const target = api.components?.schemas?.[field.$ref.split('/').pop() ?? ''];
    return target ? resolveField({ ...target, description: field.description ?? target.description }, api) : field;
  }
  const real = (field.anyOf ?? field.oneOf)?.find((option) => option.type !== 'null');
  return real ? resolveField({ ...real, description: field.description ?? real.description }, api) : field;
}

function controlOf(field: FieldSchema): Control | null {
  const types = Array.isArray(field.type) ? field.type : [field.type ?? 'string'];
  const type = types.find((name) => name !== 'null') ?? 'string';
  if (field.enum) return 'choice';
  if (type === 'boolean') return 'check';
  if (field.format === 'money' || field.format === 'decimal') return 'amount';
  if (type === 'number' || type === 'integer') return 'number';
  if (type !== 'string') return null;
  if (field.format === 'date') return 'date';
  if (field.format === 'email') return 'email';
  return (field.maxLength ?? 0) > 300 ? 'long' : 'text';
}

/** The plain fields of a described type, in their order; lists and objects are left to screens drawn by hand. */
export function formItems(schema: ObjectSchema, api: OpenApi, skip: readonly string[] = []): FormItem[] {
  const items: FormItem[] = [];
  for (const [name, written] of Object.entries(schema.properties ?? {})) {
    const field = resolveField(written, api);
    const control = controlOf(field);
    if (!control || skip.includes(name)) continue;
    items.push({
      name,
      control,
      required: schema.required?.includes(name) ?? false,
      choices: field.enum ?? [],
      lengthMax: field.maxLength,
      hint: field.description ?? '',
    });
  }
  return items;
}

let published: Promise<OpenApi> | null = null;

/** The description of a type by its name, fetched once. */
export async function describedType(name: string): Promise<{ schema: ObjectSchema; api: OpenApi } | null> {
  published ??= fetch('/openapi.json').then((answer) => (answer.ok ? (answer.json() as Promise<OpenApi>) : {}));
  const api = await published.catch(() => ({}) as OpenApi);
  const schema = api.components?.schemas?.[name];
  return schema ? { schema, api } : null;
}
