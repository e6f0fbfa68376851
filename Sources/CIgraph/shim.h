#ifndef BUZZLINE_CIGRAPH_SHIM_H
#define BUZZLINE_CIGRAPH_SHIM_H

/* igraph 0.10.0 to 0.10.6 define _GNU_SOURCE in their headers; unless the C library's feature header comes first,
   its types here differ from those of Swift's own Glibc module. */
#include <stdlib.h>

#include <igraph.h>

#if IGRAPH_VERSION_MAJOR != 0 || IGRAPH_VERSION_MINOR != 10
#error "Buzzline needs igraph 0.10: install libigraph-dev of Debian 12 or 13, or Ubuntu 24.04."
#endif

/* Swift does not import the macros that reach into igraph's containers. */

static inline igraph_integer_t buzzline_vector_size(const igraph_vector_t *vector) {
  return vector->end - vector->stor_begin;
}

static inline const igraph_real_t *buzzline_vector_numbers(const igraph_vector_t *vector) {
  return vector->stor_begin;
}

static inline igraph_integer_t buzzline_vector_int_size(const igraph_vector_int_t *vector) {
  return vector->end - vector->stor_begin;
}

static inline igraph_integer_t *buzzline_vector_int_numbers(const igraph_vector_int_t *vector) {
  return vector->stor_begin;
}

/* Column-major. */
static inline igraph_real_t *buzzline_matrix_numbers(const igraph_matrix_t *matrix) {
  return matrix->data.stor_begin;
}

#endif
