#ifndef BUZZLINE_CIGRAPH_SHIM_H
#define BUZZLINE_CIGRAPH_SHIM_H

/* igraph 0.10.0 to 0.10.6 define _GNU_SOURCE in their headers; unless the C library's feature header comes first,
   its types here differ from those of Swift's own Glibc module. */
#include <stdlib.h>

#include <igraph.h>

#if IGRAPH_VERSION_MAJOR != 0 || IGRAPH_VERSION_MINOR != 10
#error "Buzzline needs igraph 0.10: install libigraph-dev of Debian 12 or 13, or Ubuntu 24.04."
#endif

#endif
