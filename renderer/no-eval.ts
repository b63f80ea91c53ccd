import { z } from 'zod';

// The content security policy forbids code made from text.
z.config({ jitless: true });
