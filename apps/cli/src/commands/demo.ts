/** `firecover demo`: the synthetic province into an empty database. */
import { readProject } from "@firecover/database";
import { FirecoverError } from "@firecover/domain";
import { Command } from "commander";
