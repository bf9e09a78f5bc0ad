#!/bin/bash
eval "$(python print_env.py)"
select x in a b; do break; done
