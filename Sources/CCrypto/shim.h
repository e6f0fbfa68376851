// OpenSSL's digest of bytes, for systems without CryptoKit.
#include <openssl/sha.h>
